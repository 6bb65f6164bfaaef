import { Invalid, sha256 } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { User } from '../people/user.entity';
import { UserRepository } from '../people/user.repository';
import { DoorRepository } from './door.repository';
import { type OpenedSession, SessionRepository } from './session.repository';
import type { Caller } from './sign-in.service';
import { SignInWaitRepository } from './sign-in-wait.repository';

/** Lets people in by a single-use link. A link that works is never kept out by anybody's failures. */
@Injectable()
export class LinkSignIn {
  constructor(
    private readonly users: UserRepository,
    private readonly doors: DoorRepository,
    private readonly sessions: SessionRepository,
    private readonly waits: SignInWaitRepository,
    private readonly units: UnitOfWork,
  ) {}

  /** Whose link this is, without using it up; null when it is unknown, used or too old. */
  async ownerOfLink(secret: string): Promise<User | null> {
    const link = await this.doors.usableLink(sha256(secret));
    const user = link && (await this.users.byId(link.userId));
    return user?.isActive ? user : null;
  }

  /** Uses a link up and opens a session. Throws Invalid when it does not work any more, TooMany after many such. */
  async byLink(secret: string, caller: Caller): Promise<OpenedSession> {
    const owner = await this.ownerOfLink(secret);
    if (!owner) throw await this.refused(caller);
    return this.units.run(async () => {
      if (!(await this.doors.useLink(sha256(secret))))
        throw Invalid.because('link', 'used', 'This link has been used. Ask for a new one.');
      return this.sessions.open(owner, { means: 'link', replaces: caller.session });
    });
  }

  private async refused({ address }: Caller): Promise<Invalid> {
    await this.waits.claim([`address:${address}`]);
    await this.sessions.noteFailure(null, { means: 'link', address });
    return Invalid.because('link', 'refused', 'This link has been used or is too old. Ask for a new one.');
  }
}
