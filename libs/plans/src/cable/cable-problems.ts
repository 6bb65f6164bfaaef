import type { Cable } from '@demarche/cables';
import { cycleYearOfDate, forbiddenMarks, type PlannedRecommendation } from './cable-reading';
import type { CableCheck, CableProblem } from './cable-check';
import { WORDING_MAX } from '../plans.input';

const excerpt = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const ofText = (weight: 'stops' | 'look', code: string, message: string): CableProblem => ({
  code,
  field: 'text',
  weight,
  message,
});

/** Everything about the text itself that a person should know, or that forbids an import. */
export function textProblems(cable: Cable, planned: readonly PlannedRecommendation[]): CableProblem[] {
  return [
    ...markProblems(cable),
    ...unplaced(cable),
    ...emptiness(planned),
    ...planned.flatMap(wordingProblems),
    ...twice(planned),
  ];
}

/** Everything about country, cycle, post and reason that the cable leaves open or says twice. */
export function choiceProblems(check: Omit<CableCheck, 'problems' | 'canImport'>): CableProblem[] {
  return [
    ...countryProblems(check),
    ...cycleProblems(check),
    ...postProblems(check),
    ...reasonProblems(check),
    ...placementProblems(check),
  ];
}

function markProblems(cable: Cable): CableProblem[] {
  const marks = forbiddenMarks(cable);
  if (marks.length === 0) return [];
  return [
    ofText(
      'stops',
      'classified',
      `This system may not hold what is marked ${marks.join(', ')}. Nothing is kept.`,
    ),
  ];
}

// Words without a place are shown among the oddities; that there are some is said where nobody can miss it.
function unplaced({ anomalies, number }: Cable): CableProblem[] {
  const draft = anomalies.find(({ code }) => code === 'draft');
  const left = anomalies.filter(({ code }) => code === 'left-out' || code === 'text-after-last');
  return [
    ...(draft
      ? [ofText('look', 'draft', number === null ? `${draft.note} The plan will name no cable.` : draft.note)]
      : []),
    ...left.map(({ found }) =>
      ofText('look', 'left-out', `These words have no place in what was read: “${excerpt(found)}”`),
    ),
  ];
}

function emptiness(planned: readonly PlannedRecommendation[]): CableProblem[] {
  if (planned.length > 0) return [];
  return [ofText('stops', 'no-recommendations', 'No recommendation was found in this cable.')];
}

function wordingProblems({ text, note, hasBrackets }: PlannedRecommendation): CableProblem[] {
  if (text === '')
    return [ofText('stops', 'only-a-note', `Only a bracketed note was found: “${excerpt(note ?? '')}”`)];
  if (Math.max(text.length, note?.length ?? 0) > WORDING_MAX)
    return [ofText('stops', 'too-long', `This recommendation is too long: “${excerpt(text)}”`)];
  if (!hasBrackets) return [];
  return [
    ofText(
      'look',
      'brackets-inside',
      `Brackets stay in this wording, which the government reads: “${excerpt(text)}”`,
    ),
  ];
}

function twice(planned: readonly PlannedRecommendation[]): CableProblem[] {
  const texts = planned.map(({ text }) => text.toLowerCase());
  const repeated = planned.filter(({ text }, index) => texts.indexOf(text.toLowerCase()) < index);
  return repeated.map(({ text }) =>
    ofText('look', 'said-twice', `This recommendation stands twice in the cable: “${excerpt(text)}”`),
  );
}

function countryProblems({
  country,
  candidates,
}: Pick<CableCheck, 'country' | 'candidates'>): CableProblem[] {
  const common = { field: 'countryId', weight: 'choose' } as const;
  if (country) return [];
  if (candidates.length === 0)
    return [
      { ...common, code: 'country-missing', message: 'The cable does not say which country this is for.' },
    ];
  const names = candidates.map(({ name }) => name).join(', ');
  return [{ ...common, code: 'country-ambiguous', message: `The cable may be for any of these: ${names}.` }];
}

function cycleProblems(
  check: Pick<CableCheck, 'cable' | 'cycle' | 'cycleYear' | 'existing'>,
): CableProblem[] {
  const { cable, cycle, cycleYear } = check;
  const field = 'cycleId';
  if (!cycleYear)
    return [
      { code: 'cycle-missing', field, weight: 'choose', message: 'The cable names no cycle and no date.' },
    ];
  const year = cycleYear.year;
  if (!cycle)
    return [
      { code: 'cycle-unknown', field, weight: 'choose', message: `The register has no cycle for ${year}.` },
    ];
  if (check.existing)
    return [
      {
        code: 'duplicate',
        field,
        weight: 'stops',
        message: `${check.existing.title} exists already. Open that one.`,
      },
    ];
  const dated = cycleYearOfDate(cable);
  if (dated === null || dated === year) return [];
  const message = `The subject speaks of ${year}, but the cable’s date belongs to the cycle of ${dated}.`;
  return [{ code: 'cycle-disagrees', field, weight: 'look', message }];
}

function postProblems(check: Pick<CableCheck, 'country' | 'post' | 'addressees'>): CableProblem[] {
  const { country, post, addressees } = check;
  const common = { field: 'postId', weight: 'look' } as const;
  if (!country) return [];
  if (!post)
    return [
      {
        ...common,
        code: 'post-missing',
        message: `The register knows no post that deals with ${country.name}.`,
      },
    ];
  if (addressees.length === 0)
    return [
      { ...common, code: 'addressee-unknown', message: 'No post of the register stands in the TO line.' },
    ];
  if (addressees.some(({ id }) => id === post.id)) return [];
  const names = addressees.map(({ name }) => name).join(', ');
  const message = `The cable went to ${names}, but ${post.name} deals with ${country.name} and will get the plan.`;
  return [{ ...common, code: 'addressee-elsewhere', message }];
}

function reasonProblems({ placementReason }: Pick<CableCheck, 'placementReason'>): CableProblem[] {
  if (placementReason !== null) return [];
  const message = 'The cable does not say in one sentence why the country was placed on the list.';
  return [{ code: 'reason-missing', field: 'placementReason', weight: 'choose', message }];
}

function placementProblems(check: Pick<CableCheck, 'country' | 'cycle' | 'placementKnown'>): CableProblem[] {
  const { country, cycle, placementKnown } = check;
  if (placementKnown !== false || !country || !cycle) return [];
  const message = `The register does not show ${country.name} on the Watch List of the ${cycle.reportYear} report. Confirm below that it was placed there, or papers leave it open.`;
  return [{ code: 'placement-unknown', field: 'placementConfirmed', weight: 'look', message }];
}
