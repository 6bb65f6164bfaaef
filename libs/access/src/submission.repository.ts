import { Clock, newId } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Submission } from './trail.entity';

/** What names a sent form: whose it is, its key, and the act it asks for. */
export interface SubmissionKey {
  userId: string;
  key: string;
  action: string;
}

const KEPT_MILLISECONDS = 24 * 60 * 60 * 1_000;

/** Remembers sent forms for a day, so that a second copy has no second effect. */
@Injectable()
export class SubmissionRepository {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The first copy's row, or null. */
  earlier(key: SubmissionKey): Promise<Submission | null> {
    return this.store.reads.findOneBy(Submission, { userId: key.userId, key: key.key, action: key.action });
  }

  /** Claims the key for this copy; breaks the unique constraint when another copy was faster. */
  async claim(key: SubmissionKey): Promise<string> {
    const id = newId();
    await this.store.writes.delete(Submission, { at: LessThan(this.clock.plus(-KEPT_MILLISECONDS)) });
    await this.store.add(Submission, { ...key, id, result: null, at: this.clock.now() });
    return id;
  }

  /** Keeps the result that later copies get. */
  async conclude(id: string, value: unknown): Promise<void> {
    const result = { value: value ?? null } as object;
    await this.store.writes.update(Submission, { id }, { result });
  }
}
