import type { Terminal } from './terminal';

/** What a command answers to the shell; 3 is the launcher's, where no build is. */
export const EXIT = { ok: 0, failed: 1, badInput: 2 } as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command: reads its own arguments, works, and says how it ended. Throws what the front turns into one line. */
export type Command = (args: string[], terminal: Terminal) => Promise<ExitCode>;

/** How a command is known before its file is opened, so that help costs nothing and no room is opened in vain. */
export interface CommandCard {
  /** The words that call it, for example `cable read`. */
  words: string;
  /** What follows these words. */
  operands: string;
  summary: string;
  /** What its own help adds, a line each. */
  details: string[];
  open(): Promise<Command>;
}

/** Thrown for arguments that make no sense; the front adds where to find help. */
export class BadUsage extends Error {}
