import type { ToldEffort } from '@demarche/progress';
import {
  type CalendarDate,
  highestMarking,
  type Marking,
  narrativeOutline,
  type NarrativeWindow,
} from '@demarche/rules';
import { datesInWords, spanInWords } from './span-words';
import { effortSentence } from './effort-sentence';
import type { FigureSentence } from './figures';
import type { Passage, Sentence } from './narrative';
import { quotedLast } from './sentence-form';

/** A high-priority recommendation as its passage needs it. */
export interface PassageSubject {
  id: string;
  number: number;
  text: string;
  marking: Marking;
}

/** What the passages are made of: subjects in the plan's order, the plan's efforts, figures already put in words. */
interface PassageFacts {
  subjects: readonly PassageSubject[];
  efforts: readonly ToldEffort[];
  figures: readonly FigureSentence[];
  window: NarrativeWindow;
  asOf: CalendarDate;
}

interface PassageActs {
  fresh: ToldEffort[];
  above: ToldEffort[];
  waiting: string[];
}

const outlineOf = ({ subjects, efforts, window }: PassageFacts) =>
  narrativeOutline({
    recommendations: subjects,
    entries: efforts.map((effort) => ({ ...effort, verdict: effort.credit.verdict })),
    window,
  });

function noNews(subject: PassageSubject, { window, asOf }: PassageFacts): Sentence {
  const span = spanInWords(window.from, asOf);
  const text = `The government did not report action ${span} on the recommendation ${quotedLast(subject.text)}`;
  return { text, entries: [], statistics: [] };
}

function toldHere(efforts: readonly ToldEffort[]): Sentence[] {
  return efforts.map((effort) => ({ text: effortSentence(effort), entries: [effort.id], statistics: [] }));
}

// An act that serves two recommendations is told once, under the first; the second passage points back to it.
function toldAbove(subject: PassageSubject, efforts: readonly ToldEffort[]): Sentence[] {
  if (efforts.length === 0) return [];
  const days = efforts.map((effort) => effort.happenedOn);
  const acts = efforts.length === 1 ? 'act' : 'acts';
  const text = `The ${acts} of ${datesInWords(days)} reported above also served the recommendation ${quotedLast(subject.text)}`;
  return [{ text, entries: efforts.map((effort) => effort.id), statistics: [] }];
}

function passageOf(subject: PassageSubject, acts: PassageActs, facts: PassageFacts): Passage {
  const figures = facts.figures.filter((figure) => figure.recommendationId === subject.id);
  const hasNews = acts.fresh.length + acts.above.length > 0 || figures.some((figure) => figure.count > 0);
  const sentences = [
    ...toldHere(acts.fresh),
    ...toldAbove(subject, acts.above),
    ...(hasNews ? [] : [noNews(subject, facts)]),
    ...figures.map((figure) => figure.sentence),
  ];
  const { id: recommendationId, number, text } = subject;
  const marking = highestMarking([subject, ...acts.fresh, ...acts.above].map((marked) => marked.marking));
  return { recommendationId, number, text, sentences, hasNews, waiting: acts.waiting, marking };
}

/** One passage for every high-priority recommendation, done or not, in the order given; each act is told in full once. */
export function passagesOf(facts: PassageFacts): Passage[] {
  const told = new Set<string>();
  const byId = new Map(facts.efforts.map((effort) => [effort.id, effort]));
  return outlineOf(facts).map((outline, index) => {
    const credited = outline.credited.flatMap((id) => byId.get(id) ?? []);
    const above = credited.filter((effort) => told.has(effort.id));
    const fresh = credited.filter((effort) => !told.has(effort.id));
    fresh.forEach((effort) => told.add(effort.id));
    const waiting = outline.apart.filter((entry) => entry.reason === 'credit-if-role-shown');
    const acts = { fresh, above, waiting: waiting.map((entry) => entry.entryId) };
    return passageOf(facts.subjects[index] as PassageSubject, acts, facts);
  });
}
