/** One figure of a run, beside what is asked of it. */
export interface BenchRow {
  work: string;
  figure: string;
  goal: string;
  /** Whether the goal holds; null where a figure has none. */
  holds: boolean | null;
}

/** How a run is cut: how large its house is, and how long each round lasts. */
export interface Course {
  isSmall: boolean;
  countries: number;
  years: number;
  share: number;
  rounds: number;
  milliseconds: number;
  database: 'sqlite' | 'postgres';
}

/** The middle of some figures; 0 of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A figure that should be at least so much. */
export function atLeast(work: string, { figure, goal, told = '' }: Judged): BenchRow {
  return { work, figure: `${figure.toFixed(2)}${told}`, goal: `≥ ${goal}`, holds: figure >= goal };
}

/** A figure that should be at most so much. */
export function atMost(work: string, { figure, goal, told = '' }: Judged): BenchRow {
  const shown = Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
  return { work, figure: `${shown}${told}`, goal: `≤ ${goal}`, holds: figure <= goal };
}

interface Judged {
  figure: number;
  goal: number;
  told?: string;
}
