import type { AssembledNarrative, Passage, Sentence } from '@demarche/narratives';
import type { EffortView, StatisticView } from '@demarche/progress';
import { weekdayDate } from '@demarche/rules';

/** One thing a sentence rests on, numbered through the whole narrative, with the page it stands on. */
interface Footing {
  number: number;
  href: string;
  label: string;
  text: string;
}

/** A sentence of the sheet with the numbers of what it rests on; `shape` marks one that rests on nothing. */
interface ShownSentence {
  text: string;
  footings: Footing[];
  isBare: boolean;
}

/** One part of the sheet, with what stands beside it. */
interface ShownPassage {
  heading: string | null;
  portion: string | null;
  sentences: ShownSentence[];
  footings: Footing[];
  waiting: { href: string; label: string }[];
}

/** The entries behind the narrative, by id. */
interface Entries {
  efforts: Map<string, EffortView>;
  statistics: Map<string, StatisticView>;
}

/** Lays the narrative out as a sheet: the passages with their sentences, each pointing to what it rests on. */
export function sheetOf(narrative: AssembledNarrative, entries: Entries) {
  const register = new FootingRegister(entries);
  const passages = narrative.passages.map((passage) => passageOf(passage, register));
  const figures = narrative.statistics.map((sentence) => register.shown(sentence));
  const general: ShownPassage = {
    ...{ heading: null, portion: null, sentences: figures, waiting: [] },
    footings: footingsOf(figures),
  };
  return { passages: figures.length > 0 ? [...passages, general] : passages };
}

function passageOf(passage: Passage, register: FootingRegister): ShownPassage {
  const sentences = passage.sentences.map((sentence) => register.shown(sentence));
  return {
    heading: `A${passage.number}`,
    portion: passage.marking,
    sentences,
    footings: footingsOf(sentences),
    waiting: passage.waiting.map((id) => register.named(id)),
  };
}

function footingsOf(sentences: ShownSentence[]): Footing[] {
  const byNumber = new Map(sentences.flatMap(({ footings }) => footings).map((one) => [one.number, one]));
  return [...byNumber.values()];
}

/** Gives every entry one number, in the order in which the reader meets it. */
class FootingRegister {
  private readonly footings = new Map<string, Footing>();

  constructor(private readonly entries: Entries) {}

  shown(sentence: Sentence): ShownSentence {
    const footings = [
      ...sentence.entries.map((id) => this.footing(`/efforts/${id}`, () => this.effortLabel(id))),
      ...sentence.statistics.map((id) => this.footing(`/statistics/${id}`, () => this.figureLabel(id))),
    ];
    return { text: sentence.text, footings, isBare: footings.length === 0 };
  }

  named(effortId: string) {
    return { href: `/efforts/${effortId}`, label: this.effortLabel(effortId).label };
  }

  private footing(href: string, told: () => { label: string; text: string }): Footing {
    const known = this.footings.get(href);
    if (known) return known;
    const footing = { number: this.footings.size + 1, href, ...told() };
    this.footings.set(href, footing);
    return footing;
  }

  private effortLabel(id: string) {
    const effort = this.entries.efforts.get(id);
    if (!effort) return { label: 'Act', text: '' };
    const source = effort.source ?? 'no source named';
    return { label: `Act of ${weekdayDate(effort.happenedOn)}`, text: source };
  }

  private figureLabel(id: string) {
    const figure = this.entries.statistics.get(id);
    if (!figure) return { label: 'Figure', text: '' };
    return { label: `Figure: ${figure.term}`, text: figure.source ?? 'no source named' };
  }
}
