import type { NewRecommendation } from '@demarche/plans';

/** What the example asks of the Government of Tajikistan: the facts of the plan of 2009–10, in our own words. */
type ExampleRecommendation = Omit<NewRecommendation, 'planId'>;

const high = (text: string, note?: string): ExampleRecommendation => ({
  priority: 'high',
  text,
  ...(note ? { note } : {}),
});
const other =
  (pillar: NonNullable<ExampleRecommendation['pillar']>) =>
  (text: string): ExampleRecommendation => ({
    priority: 'other',
    pillar,
    text,
  });
const prosecution = other('prosecution');
const protection = other('protection');
const prevention = other('prevention');

/** Five high-priority recommendations, then three, six and three further ones. */
export const EXAMPLE_RECOMMENDATIONS: ExampleRecommendation[] = [
  high(
    'Protect victims who come forward from abuse by officials: look into every allegation and bring those responsible to court.',
    'The June report describes two allegations; ask first what became of them.',
  ),
  high(
    'Bring officials who take part in trafficking to trial, those who send people to the autumn cotton harvest against their will included, and see that the convicted go to prison.',
  ),
  high(
    'Keep children and adults from being forced into the cotton harvest: follow attendance at schools and universities, inspect the fields while picking lasts, and apply the laws against forced labor.',
    'The harvest ends before the reporting date, so ask for findings from this season.',
  ),
  high('Give money or goods to the shelters that already house victims.'),
  high(
    'Investigate trafficking cases with energy, labor trafficking among them, and see that convicted traffickers serve time in prison.',
  ),
  prosecution('Keep better records of trafficking cases, and study what they show.'),
  prosecution(
    'Have the police and the security bodies, the State Committee on National Security above all, work these cases together.',
  ),
  prosecution('Go on training judges and prosecutors to use the trafficking articles of the criminal code.'),
  protection('Set up a way to recognize victims and to refer them to help.'),
  protection('Open health care and social services to every victim.'),
  protection('Shelter and assist more victims than last year.'),
  protection(
    'Bring victims home safely: train consular staff, pay for the journey, and find a place to stay together with local organizations.',
  ),
  protection('Consider measures that keep victims safe, so that more of them dare to help investigators.'),
  protection(
    'Count and publish how many people the police and border guards screen, and how many they refer to help.',
  ),
  prevention('Take a direct part in awareness campaigns, and carry warnings in the state media.'),
  prevention('Warn more people about forced labor abroad, on building sites and on farms.'),
  prevention(
    'Find practices that invite forced labor and consider ending them; letting farmers sell cotton at market prices would be one.',
  ),
];
