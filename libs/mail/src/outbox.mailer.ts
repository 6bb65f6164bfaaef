import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, newId, sha256 } from '@demarche/base';
import { bracketed, composeLetter, type Sender } from './letter';
import { MailDelayed, Mailer, type MailMessage, type MailReceipt } from './mailer';

/** Lays mail into a folder, one `.eml` file a message, for a house without a mail server. */
export class OutboxMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly from: Sender,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(message: MailMessage, handover: () => Promise<void>): Promise<MailReceipt> {
    const bytes = composeLetter(message, { from: this.from, at: this.clock.now(), way: 'eight-bit' });
    const name = fileNameOf(message.messageId);
    await handover();
    try {
      await this.lay(name, bytes);
    } catch (error) {
      const { code, message: cause } = error as NodeJS.ErrnoException;
      throw new MailDelayed(code ?? 'EOUTBOX', `The outbox folder does not take it (${code ?? cause}).`, {
        ambiguous: false,
      });
    }
    return { response: `laid into the outbox as ${name}` };
  }

  /** Under its name stands the whole letter or nothing, whenever the power goes. */
  private async lay(name: string, bytes: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `.${name}.${newId()}.draft`);
    try {
      await writeThrough(draft, bytes);
      await rename(draft, join(this.folder, name));
    } finally {
      await rm(draft, { force: true });
    }
  }
}

/** The file of a message: the same for every attempt, so that a second one replaces the first. */
export function fileNameOf(messageId: string): string {
  const id = bracketed(messageId).slice(1, -1);
  const readable = id
    .split('@')[0]
    ?.replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 60);
  return `${readable || 'mail'}-${sha256(id).slice(0, 12)}.eml`;
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
