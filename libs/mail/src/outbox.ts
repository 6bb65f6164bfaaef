import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound } from '@demarche/base';
import { readLetter, type ReadLetter } from './letter-reading';

/** A letter in the outbox folder, with the file name under which it is opened. */
interface OutboxLetter extends ReadLetter {
  name: string;
}

/** As many letters as a page shows at once. */
const NEWEST = 100;
const NAME = /^\w[\w.-]*\.eml$/;

/** The reading side of the outbox folder, for the page that shows what would have been mailed. */
export class Outbox {
  constructor(private readonly folder: string) {}

  /** The letters laid in last, newest first, at most as many as asked for (100). */
  async messages(atMost = NEWEST): Promise<OutboxLetter[]> {
    const names = await this.newestNames(atMost);
    const letters = await Promise.all(names.map((name) => this.letter(name)));
    return letters
      .filter((letter) => letter !== null)
      .sort((left, right) => (right.date ?? '').localeCompare(left.date ?? ''));
  }

  /** One letter by its file name. Throws NotFound for any name that is not exactly such a file in the folder. */
  async message(name: string): Promise<OutboxLetter> {
    const letter = NAME.test(name) ? await this.letter(name) : null;
    if (!letter) throw new NotFound('mail');
    return letter;
  }

  private async newestNames(atMost: number): Promise<string[]> {
    const names = await readdir(this.folder).catch(emptyWhenMissing);
    const dated = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => this.dated(name)));
    return dated
      .sort((left, right) => right.laidAt - left.laidAt)
      .slice(0, atMost)
      .map(({ name }) => name);
  }

  private async dated(name: string): Promise<{ name: string; laidAt: number }> {
    const laidAt = await stat(join(this.folder, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    return { name, laidAt };
  }

  /** Links are not followed: the folder shows its own files only. */
  private async letter(name: string): Promise<OutboxLetter | null> {
    const file = await open(join(this.folder, name), constants.O_RDONLY | constants.O_NOFOLLOW).catch(
      () => null,
    );
    if (!file) return null;
    try {
      return { name, ...readLetter(await file.readFile()) };
    } finally {
      await file.close();
    }
  }
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
