import { Clock, millisecondsBetween, newId } from '@demarche/base';
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
/** How often this process clears away what is remembered no more. */
const CLEAR_MILLISECONDS = 10 * 60 * 1_000;
const CLAIM = `INSERT INTO "submissions" ("id", "userId", "key", "action", "digest", "asked", "result", "at")
  VALUES (?, ?, ?, ?, ?, ?, NULL, ?) ON CONFLICT DO NOTHING`;
const CONCLUDE = 'UPDATE "submissions" SET "result" = ? WHERE "id" = ?';

/** Remembers sent forms for a day, so that a second copy has no second effect. */
@Injectable()
export class SubmissionRepository {
  private clearedAt: string | null = null;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The first copy's row of the last 24 hours, or null. */
  earlier({ userId, key, action }: SubmissionKey): Promise<Submission | null> {
    const at = MoreThanOrEqual(this.forgotten);
    return this.store.reads.findOneBy(Submission, { userId, key, action, at });
  }

  /**
   * Claims the key for this copy and returns the claim's id; null when an earlier copy has it. A copy that comes while
   * the first is still at work waits for its end.
   */
  async claim(sent: SubmissionKey & Pick<Submission, 'asked' | 'digest'>): Promise<string | null> {
    await this.clear();
    return (await this.tryToClaim(sent)) ?? ((await this.outlived(sent)) ? this.tryToClaim(sent) : null);
  }

  /** Keeps the result that later copies get. */
  async conclude(id: string, value: unknown): Promise<void> {
    await this.store.execute(CONCLUDE, [JSON.stringify({ value: value ?? null }), id]);
  }

  private async tryToClaim(
    sent: SubmissionKey & Pick<Submission, 'asked' | 'digest'>,
  ): Promise<string | null> {
    const id = newId();
    const { userId, key, action, digest } = sent;
    const asked = sent.asked && JSON.stringify(sent.asked);
    const made = await this.store.execute(CLAIM, [id, userId, key, action, digest, asked, this.clock.now()]);
    return made === 1 ? id : null;
  }

  /** Whether the key was taken by a form that is remembered no more, which then makes room. */
  private async outlived({ userId, key, action }: SubmissionKey): Promise<boolean> {
    const at = LessThan(this.forgotten);
    return (await this.store.writes.delete(Submission, { userId, key, action, at })).affected === 1;
  }

  private async clear(): Promise<void> {
    const now = this.clock.now();
    const since = this.clearedAt === null ? Infinity : Math.abs(millisecondsBetween(this.clearedAt, now));
    if (since < CLEAR_MILLISECONDS) return;
    this.clearedAt = now;
    await this.store.writes.delete(Submission, { at: LessThan(this.forgotten) });
  }

  /** What was sent before this instant is remembered no more. */
  private get forgotten(): string {
    return this.clock.plus(-KEPT_MILLISECONDS);
  }
}
