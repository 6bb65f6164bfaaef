import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '@demarche/formats';
import { BadUsage } from './command';
import type { Terminal } from './terminal';

const LARGEST_BYTES = 32 * 1024 * 1024;

const COMPLAINTS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not read it',
};

/** The text of a file, or of standard input for `-`. Throws BadUsage when it cannot be read or is too large, Invalid when it is no text. */
export async function readText(place: string, terminal: Terminal): Promise<string> {
  return decodeText(place === '-' ? await readPiped(terminal) : await readNamed(place)).text;
}

async function readNamed(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > LARGEST_BYTES) throw new BadUsage(`${file} is too large.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof BadUsage) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new BadUsage(`${file} cannot be read: ${COMPLAINTS[code] ?? message}.`);
  }
}

async function readPiped(terminal: Terminal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of terminal.input) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > LARGEST_BYTES) throw new BadUsage('Standard input is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
