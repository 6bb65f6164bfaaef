import { Clock, Conflict, Invalid, plusMilliseconds, sha256 } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { PasswordGiven } from './access.input';
import { DoorRepository } from './door.repository';
import { passwordMatches } from './passwords';
import { SessionRepository } from './session.repository';
import type { User } from './user.entity';
import { UserRepository } from './user.repository';

const FAILURES_ALLOWED = 10;
const FAILURE_WINDOW_MILLISECONDS = 5 * 60 * 1_000;

/** A session just opened: the secret for the cookie, shown to nobody else. */
export interface OpenedSession {
  secret: string;
  userId: string;
}

/** Lets people in: by a single-use link or a password, at most ten failures in five minutes. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: UserRepository,
    private readonly doors: DoorRepository,
    private readonly sessions: SessionRepository,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Whose link this is, without using it up; null when it is unknown, used or too old. */
  async ownerOfLink(secret: string): Promise<User | null> {
    const link = await this.doors.link(sha256(secret));
    if (!link || link.usedAt !== null || link.expiresAt < this.clock.now()) return null;
    const user = await this.users.byId(link.userId);
    return user?.isActive ? user : null;
  }

  /** Uses a link up and opens a session. Throws Invalid when it does not work any more. */
  async byLink(secret: string, from: string): Promise<OpenedSession> {
    await this.refuseTooMany([from]);
    const link = await this.doors.link(sha256(secret));
    const owner = await this.ownerOfLink(secret);
    if (!link || !owner)
      throw await this.failed([from], 'link', 'This link has been used or is too old. Ask for a new one.');
    return this.units.run(async () => {
      if (!(await this.doors.useLink(link.id, this.clock.now())))
        throw Invalid.because('link', 'used', 'This link has been used. Ask for a new one.');
      return this.sessions.open(owner, 'link');
    });
  }

  /** Opens a session by password. Throws Invalid without saying which part was wrong. */
  async byPassword(given: PasswordGiven, from: string): Promise<OpenedSession> {
    const subjects = [from, given.email];
    await this.refuseTooMany(subjects);
    const user = await this.users.byEmail(given.email);
    const matches = await passwordMatches(given.password, user?.passwordHash ?? null);
    if (!user || !matches || !user.isActive)
      throw await this.failed(
        subjects,
        'password',
        'The e-mail address and password do not match an account.',
      );
    return this.units.run(() => this.sessions.open(user, 'password'));
  }

  /** Opens a session for a demo person; the caller checks that the demo door exists. Throws Invalid for anyone else. */
  async asDemo(userId: string): Promise<OpenedSession> {
    const user = await this.users.byId(userId);
    if (!user?.isDemo || !user.isActive)
      throw Invalid.because('person', 'unknown', 'Choose one of the demo people.');
    return this.units.run(() => this.sessions.open(user, 'demo'));
  }

  private async refuseTooMany(subjects: string[]): Promise<void> {
    const since = this.clock.plus(-FAILURE_WINDOW_MILLISECONDS);
    for (const subject of subjects)
      if ((await this.doors.failuresSince(sha256(subject), since)) >= FAILURES_ALLOWED)
        throw new Conflict('too-many', 'Too many sign-ins have failed. Wait five minutes, then try again.');
  }

  private async failed(subjects: string[], field: string, message: string): Promise<Invalid> {
    const now = this.clock.now();
    const forgetBefore = plusMilliseconds(now, -FAILURE_WINDOW_MILLISECONDS);
    await this.units.run(async () => {
      for (const subject of subjects) await this.doors.addFailure(sha256(subject), now, forgetBefore);
    });
    return Invalid.because(field, 'refused', message);
  }
}
