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
  private readonly byLine = new Map<number, string[]>();

  /** Notes one oddity at one line of the source, counted from 0. */
  add(code: CableAnomalyCode, line: number, words: { found: string; note: string }): void {
    const found = words.found.replace(/\s+/g, ' ').trim();
    this.list.push({ code, line, found, note: words.note });
    const there = this.byLine.get(line);
    if (there) there.push(found);
    else this.byLine.set(line, [found]);
  }

  /** What was found at the lines from `from` up to `to`. */
  foundIn(from: number, to: number): string[] {
    const all: string[] = [];
    for (let line = from; line < to; line += 1) all.push(...(this.byLine.get(line) ?? []));
    return all;
  }

  /** All oddities in the order of the text, each with the number of its paragraph (null in header and foot). */
  anomalies(paragraphAt: (line: number) => number | null): CableAnomaly[] {
    const sorted = [...this.list].sort((left, right) => left.line - right.line);
    return sorted.map(({ code, line, found, note }) => ({ code, paragraph: paragraphAt(line), found, note }));
  }
}
