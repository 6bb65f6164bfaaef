import { Clock, Invalid } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { PasswordGiven } from '../access.input';
import type { User } from '../people/user.entity';
import { UserRepository } from '../people/user.repository';
import { knownBrowser } from './known-browser';
import { passwordMatches } from './passwords';
import { type OpenedSession, SessionRepository } from './session.repository';
import { SignInWaitRepository } from './sign-in-wait.repository';

/** Whoever knocks: from which address, with which marks of known browsers, and in which session until now. */
export interface Caller {
  address: string;
  knownMarks: string[];
  session: string | null;
}

/**
 * Lets people in by password. Failures make the next try wait, longer each time, by account and by address; a browser
 * that has signed in to the account before is counted on its own, so that nobody else's failures keep it out.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly waits: SignInWaitRepository,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session by password. Throws Invalid without saying which part was wrong, TooMany while the account or the
   * address has to wait.
   */
  async byPassword(given: PasswordGiven, caller: Caller): Promise<OpenedSession> {
    const user = await this.users.byEmail(given.email);
    const counted = this.countedFor(user, given.email, caller);
    await this.waits.claim([counted.account, ...counted.shared]);
    const matches = await passwordMatches(given.password, user?.passwordHash ?? null);
    if (!user || !matches || !user.isActive) throw await this.refused(user, caller);
    return this.units.run(async () => {
      await this.waits.forget(counted.account);
      await this.waits.giveBack(counted.shared);
      return this.sessions.open(user, { means: 'password', replaces: caller.session });
    });
  }

  /** Opens a session for a demo person; the caller checks that the demo door exists. Throws Invalid for anyone else. */
  async asDemo(userId: string, caller: Caller): Promise<OpenedSession> {
    const user = await this.users.byId(userId);
    if (!user?.isDemo || !user.isActive)
      throw Invalid.because('person', 'unknown', 'Choose one of the demo people.');
    return this.units.run(() => this.sessions.open(user, { means: 'demo', replaces: caller.session }));
  }

  /** Ends the session of this secret; an unknown one is no error. */
  async signOut(secret: string): Promise<void> {
    await this.units.run(() => this.sessions.end(secret, 'signed-out'));
  }

  private countedFor(
    user: User | null,
    email: string,
    caller: Caller,
  ): { account: string; shared: string[] } {
    const browser = user && knownBrowser(user, caller.knownMarks, this.clock.now());
    if (browser) return { account: `browser:${browser}`, shared: [] };
    return { account: `account:${email}`, shared: [`address:${caller.address}`] };
  }

  private async refused(user: User | null, caller: Caller): Promise<Invalid> {
    await this.sessions.noteFailure(user, { means: 'password', address: caller.address });
    return Invalid.because('password', 'refused', 'The e-mail address and password do not match an account.');
  }
}
