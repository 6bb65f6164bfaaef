import { Clock, newId } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { Submission } from './trail/trail.entity';

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

  /** The first copy's row of the last 24 hours, or null. */
  earlier(key: SubmissionKey): Promise<Submission | null> {
    const { userId, action } = key;
    return this.store.reads.findOneBy(Submission, {
      userId,
      key: key.key,
      action,
      at: MoreThanOrEqual(this.forgotten),
    });
  }

  /** Claims the key for this copy; breaks the unique constraint when another copy was faster. */
  async claim(sent: SubmissionKey & Pick<Submission, 'asked' | 'digest'>): Promise<string> {
    const id = newId();
    await this.store.writes.delete(Submission, { at: LessThan(this.forgotten) });
    await this.store.add(Submission, { ...sent, id, result: null, at: this.clock.now() });
    return id;
  }

  /** Keeps the result that later copies get. */
  async conclude(id: string, value: unknown): Promise<void> {
    const result = { value: value ?? null } as object;
    await this.store.writes.update(Submission, { id }, { result });
  }

  /** What was sent before this instant is remembered no more. */
  private get forgotten(): string {
    return this.clock.plus(-KEPT_MILLISECONDS);
  }
}
