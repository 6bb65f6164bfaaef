import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../apps/cli/src/command-line';

/** What one command line did. */
interface Told {
  code: number;
  out: string;
  said: string;
}

/** What a command line is given besides its words. */
interface Given {
  input?: string | Buffer | (string | Buffer)[];
  environment?: Record<string, string>;
}

/** Runs a command line inside the test, with its results and messages caught. */
export async function tell(words: string[], given: Given = {}): Promise<Told> {
  const told: Told = { code: -1, out: '', said: '' };
  const pieces = [given.input ?? ''].flat();
  told.code = await runCommandLine(words, {
    input: piped(pieces),
    environment: { NODE_ENV: 'test', LOG_LEVEL: 'silent', ...given.environment },
    print: async (text) => {
      told.out += text;
    },
    say: (line) => {
      told.said += `${line}\n`;
    },
  });
  return told;
}

async function* piped(pieces: (string | Buffer)[]): AsyncGenerator<string | Buffer> {
  for (const piece of pieces) yield piece;
}

/** The lines of a result, each read as JSON. */
export function verdicts(told: Told): unknown[] {
  return told.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** A folder of one's own for a test, and the way to remove it. */
export function ownFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
