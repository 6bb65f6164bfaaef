import type { CableAnomaly, CableAnomalyCode } from './cable';

interface Finding {
  code: CableAnomalyCode;
  line: number;
  found: string;
  note: string;
}

/** Collects what is odd while a cable is read; lines are known at once, paragraphs only at the end. */
export class Findings {
  private readonly list: Finding[] = [];

  /** Notes one oddity at one line of the source, counted from 0. */
  add(code: CableAnomalyCode, line: number, words: { found: string; note: string }): void {
    this.list.push({ code, line, found: words.found.replace(/\s+/g, ' ').trim(), note: words.note });
  }

  /** What was found at the lines from `from` up to `to`. */
  foundIn(from: number, to: number): string[] {
    return this.list.filter(({ line }) => line >= from && line < to).map(({ found }) => found);
  }

  /** All oddities in the order of the text, each with the number of its paragraph (null in header and foot). */
  anomalies(paragraphAt: (line: number) => number | null): CableAnomaly[] {
    const sorted = [...this.list].sort((left, right) => left.line - right.line);
    return sorted.map(({ code, line, found, note }) => ({ code, paragraph: paragraphAt(line), found, note }));
  }
}
