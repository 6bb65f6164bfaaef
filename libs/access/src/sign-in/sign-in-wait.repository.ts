import { Clock, millisecondsBetween, sha256, TooMany } from '@demarche/base';
import { Store, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { SignInWait } from './door.entity';
import { FORGET_MILLISECONDS, waitAfter, waitInWords } from './sign-in-wait';

/**
 * Counts failed sign-ins by subject (an account, an address, a known browser), in the database, so that several web
 * processes count together.
 */
@Injectable()
export class SignInWaitRepository {
  constructor(
    private readonly store: Store,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try as failed before anybody looks at it, so that a burst of parallel tries gets no further than a row of
   * them. Throws TooMany, and counts nothing, while one of the subjects has to wait.
   */
  async claim(subjects: string[]): Promise<void> {
    await this.units.run(async () => {
      const forgotten = this.clock.plus(-FORGET_MILLISECONDS);
      await this.store.writes.delete(SignInWait, { failedAt: LessThan(forgotten) });
      // In one order for everybody: two tries that share both subjects would lock each other out otherwise.
      for (const id of subjects.map(sha256).sort()) await this.count(id);
    });
  }

  /** Takes back the count of a try that came in. */
  async giveBack(subjects: string[]): Promise<void> {
    const waitUntil = this.clock.now();
    await this.units.run(async () => {
      for (const id of subjects.map(sha256).sort()) {
        await this.store.writes.decrement(SignInWait, { id, failures: MoreThan(0) }, 'failures', 1);
        await this.store.writes.update(SignInWait, { id }, { waitUntil });
      }
    });
  }

  /** Forgets what has failed for a subject. */
  async forget(subject: string): Promise<void> {
    await this.store.writes.delete(SignInWait, { id: sha256(subject) });
  }

  private async count(id: string): Promise<void> {
    const now = this.clock.now();
    const fresh = { id, failures: 0, failedAt: now, waitUntil: now };
    await this.store.writes.createQueryBuilder().insert().into(SignInWait).values(fresh).orIgnore().execute();
    const open = { id, waitUntil: LessThanOrEqual(now) };
    const { affected } = await this.store.writes.increment(SignInWait, open, 'failures', 1);
    const { failures, waitUntil } = await this.store.writes.findOneByOrFail(SignInWait, { id });
    if (affected !== 1) throw tooMany(millisecondsBetween(now, waitUntil));
    const until = this.clock.plus(waitAfter(failures));
    await this.store.writes.update(SignInWait, { id }, { failedAt: now, waitUntil: until });
  }
}

function tooMany(milliseconds: number): TooMany {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  const wait = waitInWords(seconds);
  return new TooMany(seconds, `Too many sign-ins have failed. Wait ${wait}, then try again.`);
}
