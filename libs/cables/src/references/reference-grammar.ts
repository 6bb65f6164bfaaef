import type { Steps } from '../lines/steps';
import { cableNumber } from './cable-number-form';
import { missionBefore, type MissionFound } from './reference-mission';
import { isSectionHeader, isSerial, serialBehindYear, serialsAt } from './reference-serial';
import type { ReferenceTokens } from './reference-tokens';
import { yearAfter, yearBefore, yearDigits } from './reference-year';

/** One cable cited in a REF text, with the stretch of text that cites it and whether its year is printed there. */
export interface Citation {
  number: string;
  year: 'written' | 'assumed';
  start: number;
  end: number;
}

/** The cables cited in a token list, in order, repeated ones included; `year` is the year of the citing cable. */
export function citationsIn(tokens: ReferenceTokens, year: number): Steps<Citation[]> {
  return new CitationScan(tokens, year).run();
}

const TOKENS_A_STEP = 2_000;

// Reads from left to right; `taken` is the last place that belongs to a citation already read.
class CitationScan {
  private readonly citations: Citation[] = [];
  private taken = -1;
  private marker = 1;

  constructor(
    private readonly tokens: ReferenceTokens,
    private readonly cableYear: number,
  ) {}

  *run(): Steps<Citation[]> {
    for (let at = 0; at < this.tokens.length; at += 1) {
      if (at % TOKENS_A_STEP === TOKENS_A_STEP - 1) yield;
      this.count(at);
      const mission =
        this.tokens.digits(at) === '' || at <= this.taken ? null : missionBefore(this.tokens, at);
      if (mission && mission.first > this.taken) this.read(mission, at);
    }
    return this.citations;
  }

  private count(at: number): void {
    const isCounter = this.tokens.text(at) === String(this.marker) && this.tokens.text(at + 1) === ')';
    if (isCounter) this.marker += 1;
  }

  private read(mission: MissionFound, at: number): void {
    const behindYear = serialBehindYear(this.tokens, at, this.cableYear);
    if (isSectionHeader(this.tokens, at)) this.taken = at + 1;
    else if (behindYear !== null) this.cite(mission, serialsAt(this.tokens, behindYear), at);
    else if (isSerial(this.tokens, at)) this.cite(mission, serialsAt(this.tokens, at));
  }

  private cite(mission: MissionFound, serials: number[], yearAt: number | null = null): void {
    const before = { first: mission.first, taken: this.taken, marker: this.marker - 1 };
    const last = serials.at(-1) ?? 0;
    const after = { serialAt: last, cableYear: this.cableYear, marker: this.marker };
    const written =
      (yearAt === null ? null : yearDigits(this.tokens.digits(yearAt))) ??
      yearBefore(this.tokens, before) ??
      yearAfter(this.tokens, after);
    const year = written ?? String(this.cableYear % 100).padStart(2, '0');
    serials.forEach((place, index) => {
      this.citations.push({
        number: cableNumber({ year, post: mission.token, serial: this.tokens.text(place) }),
        year: written === null ? 'assumed' : 'written',
        start: this.tokens.startOf(index === 0 ? mission.first : place),
        end: this.tokens.endOf(place),
      });
    });
    this.taken = last;
  }
}
