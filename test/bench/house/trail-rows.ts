import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256 } from '@demarche/base';
import canonicalize from 'canonicalize';
import type { BulkWriter } from './bulk-writer';

/** Who did what to what, before it has its place in the chain. */
export interface TrailEntry {
  at: string;
  by: { id: string; name: string };
  action: string;
  subject: readonly [kind: string, id: string];
  detail?: Record<string, unknown>;
}

/** The chained trail of a generated house: it goes on from where the database's own chain ends. */
export class TrailRows {
  private anchors = 0;
  private before = '0'.repeat(64);

  private constructor(
    private readonly writer: BulkWriter,
    private head: { seq: number; hash: string },
  ) {}

  static async after(writer: BulkWriter): Promise<TrailRows> {
    const [head] = await writer.ask<{ seq: number; hash: string }>('SELECT "seq", "hash" FROM "auditHead"');
    if (!head) throw new Error('The database has no trail: is it migrated?');
    return new TrailRows(writer, { seq: head.seq, hash: head.hash });
  }

  get length(): number {
    return this.head.seq;
  }

  enter({ at, by, action, subject: [subjectKind, subjectId], detail = {} }: TrailEntry): void {
    const content = { at, actorId: by.id, actorName: by.name, action, subjectKind, subjectId, detail };
    const entry = { ...content, seq: this.head.seq + 1 };
    const hash = sha256(`${this.head.hash}\n${canonicalize(entry)}`);
    this.writer.add('auditEntries', { ...entry, previousHash: this.head.hash, hash });
    this.head = { seq: entry.seq, hash };
  }

  /** Writes down where the chain ends, in the database and as a line of the file that stands apart from it. */
  async anchor(file: string, at: string): Promise<void> {
    await this.writer.ask(`UPDATE "auditHead" SET "seq" = ${this.head.seq}, "hash" = '${this.head.hash}'`);
    this.anchors += 1;
    const line = JSON.stringify({ number: this.anchors, ...this.head, at, before: this.before });
    this.before = sha256(line);
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${line}\n`);
  }
}
