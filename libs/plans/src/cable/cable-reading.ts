import { type Cable, type CableRecommendation, NotACable, readCableInTurns } from '@demarche/cables';
import { Invalid } from '@demarche/base';
import { type Marking, MARKINGS, type Pillar, type Priority } from '@demarche/rules';
import { partWording } from '../wording';

/** A recommendation as it would be made from a cable, in plan order of its heading. */
export interface PlannedRecommendation {
  number: number;
  priority: Priority;
  pillar: Pillar | null;
  text: string;
  note: string | null;
  hasBrackets: boolean;
}

/** The year of the report which a cable's plan follows, and where it was read. */
export interface CycleYear {
  year: number;
  by: 'subject' | 'date';
}

/** The reports come out in June: a plan written earlier in a year belongs to the report of the year before. */
const FIRST_MONTH_OF_CYCLE = 6;

type Asked = Pick<CableRecommendation, 'priority' | 'pillar' | 'text'>;

/** The recommendations of a cable, numbered under their headings and parted from their bracketed notes. */
export function plannedRecommendations(cable: { recommendations: Asked[] }): PlannedRecommendation[] {
  const counts = new Map<string, number>();
  return cable.recommendations.map(({ priority, pillar, text }) => {
    const heading = priority === 'high' ? 'high' : String(pillar);
    const number = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, number);
    return { number, priority, pillar, ...partWording(withoutControls(text)) };
  });
}

/** The report year that a subject names, such as 2009 of `(2009-2010)` or `2009–10`, or else that of the cable's date. */
export function cycleYearOf(cable: Pick<Cable, 'subject' | 'dateTimeGroup'>): CycleYear | null {
  const [, named] = /\b(20\d\d)(?:\s?[-–/]\s?(?:20)?\d\d)?\b/.exec(cable.subject) ?? [];
  if (named !== undefined) return { year: Number(named), by: 'subject' };
  const year = cycleYearOfDate(cable);
  return year === null ? null : { year, by: 'date' };
}

/** The report year whose cycle a cable's date falls into, or null where the cable has no date. */
export function cycleYearOfDate(cable: Pick<Cable, 'dateTimeGroup'>): number | null {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(cable.dateTimeGroup ?? '') ?? [];
  if (year === undefined) return null;
  return Number(month) >= FIRST_MONTH_OF_CYCLE ? Number(year) : Number(year) - 1;
}

/** The mark of the paragraph that holds the recommendations, or null when it is none that this house handles. */
export function planMarkingOf(
  cable: Pick<Cable, 'paragraphs'> & { recommendations: Asked[] },
): Marking | null {
  const opening = cable.recommendations[0]?.text.slice(0, 40);
  const holder = cable.paragraphs.find(
    (paragraph) => opening !== undefined && paragraph.text.includes(opening),
  );
  return MARKINGS.find((marking) => marking === holder?.marking) ?? null;
}

/** Every mark of a cable's paragraphs and its own classification that is above what this house may hold. */
export function forbiddenMarks(cable: Pick<Cable, 'classification' | 'paragraphs'>): string[] {
  const marks = cable.paragraphs.map((paragraph) => paragraph.marking).filter((mark) => mark !== null);
  const held: readonly string[] = [...MARKINGS, 'SBU/N', 'UNCLAS', 'UNCLASSIFIED'];
  const all = cable.classification === null ? marks : [cable.classification.toUpperCase(), ...marks];
  return [...new Set(all.filter((mark) => !held.includes(mark)))];
}

/** Reads with the cable reader; a text that is no cable becomes Invalid, so that the form says what is missing. */
export async function readOrRefuse(text: string): Promise<Cable> {
  try {
    return await readCableInTurns(text);
  } catch (error) {
    if (error instanceof NotACable) throw Invalid.because('text', 'not-a-cable', error.message);
    throw error;
  }
}

function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
}
