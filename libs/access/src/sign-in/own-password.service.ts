import { Clock, Invalid, sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Acts } from '../acts.service';
import type { User } from '../people/user.entity';
import { UserRepository } from '../people/user.repository';
import { DoorRepository } from './door.repository';
import { newMark } from './known-browser';
import { mustBeHardToGuess } from './password-strength';
import { hashPassword, passwordMatches } from './passwords';
import { SignInWaitRepository } from './sign-in-wait.repository';

/**
 * A new password for one's own account: `session` is the secret of the session that asks, which goes on; `ownWords`
 * are names that somebody who guesses would try, such as posts and countries.
 */
export interface PasswordChange {
  present?: string | undefined;
  password: string;
  session: string | null;
  ownWords: string[];
}

const SET = { permission: 'use-own-account', action: 'user.set-password' } as const;

/** Sets one's own password, and ends every other way in that was there before. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly doors: DoorRepository,
    private readonly waits: SignInWaitRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Whether the person has a password, which a new one then asks for. */
  async isSet({ userId }: Actor): Promise<boolean> {
    return (await this.users.byId(userId))?.passwordHash != null;
  }

  /**
   * Sets the password and returns the mark by which this browser is known from now on. Other sessions, tokens and
   * unused links end. Throws Invalid where the present password is missing or wrong or the new one easy to guess,
   * TooMany after many wrong ones.
   */
  async set(actor: Actor, change: PasswordChange): Promise<string | null> {
    const user = await this.users.byId(actor.userId);
    if (user?.passwordHash) await this.mustKnow(user, change.present ?? '');
    const own = user ? [user.name, user.title, user.email] : [];
    await mustBeHardToGuess(change.password, [...own, ...change.ownWords]);
    const passwordHash = await hashPassword(change.password);
    await this.acts.perform(actor, SET, async (_unit, note) => {
      await this.users.change(actor.userId, { passwordHash });
      await this.doors.shutOut(actor.userId, change.session === null ? undefined : sha256(change.session));
      note.about('user', actor.userId);
      return null;
    });
    return newMark({ id: actor.userId, passwordHash }, this.clock.now());
  }

  private async mustKnow({ id, passwordHash }: User, present: string): Promise<void> {
    const missing = 'Enter your present password, so that nobody else at this screen can change it.';
    if (present === '') throw Invalid.because('present', 'missing', missing);
    const subject = `present:${id}`;
    await this.waits.claim([subject]);
    if (!(await passwordMatches(present, passwordHash)))
      throw Invalid.because('present', 'refused', 'This is not your present password.');
    await this.waits.giveBack([subject]);
  }
}
