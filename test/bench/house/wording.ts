const ASKS = [
  'Investigate and prosecute officials complicit in trafficking, and sentence those convicted to prison',
  'Use the law against trafficking in persons to convict offenders, with sentences that deter',
  'Pay for shelters and for the care of victims out of the national budget',
  'Train police, border guards and judges to tell victims from offenders',
  'Keep victims from being punished for what their traffickers made them do',
  'Open the public health service to every victim of trafficking',
  'Collect and publish figures on investigations, prosecutions and convictions',
  'End the use of forced labor in the autumn harvest',
  'Inform workers who leave the country of their rights and of the risks abroad',
];
const PLACES = ['in the capital', 'in the north', 'in every region', 'at the border', 'in the free zones'];
const DEEDS = [
  'The Ministry of the Interior opened a unit against trafficking with twelve officers',
  'A court sentenced two traffickers to eight and eleven years in prison',
  'The Ministry of Health agreed to treat victims free of charge',
  'The police academy taught ninety cadets how to know a victim',
  'The committee met and gave each ministry its part of the plan',
  'The prosecutor general ordered a review of the cases that were closed',
  'The government handed over a building and its upkeep for a shelter',
];

/** What a recommendation asks, by its number; the same in every year. */
export const askedIn = (number: number, country: string): string =>
  `${ASKS[number % ASKS.length]} ${PLACES[(number * 3) % PLACES.length]} (${country}, point ${number}).`;

/** What an act says that was done. */
export const doneIn = (number: number): string =>
  `${DEEDS[number % DEEDS.length]} ${PLACES[number % PLACES.length]}; entry ${number + 1} of the log.`;

/** A short paper in the house's line grammar. */
export const paperIn = (country: string): string =>
  [
    '# Points to raise',
    ...ASKS.map((ask, index) => `* A${index + 1}. ${ask}.`),
    `! Made for ${country}.`,
  ].join('\n');
