import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.service';
import { AuditRepository } from './audit.repository';
import { Audit } from './audit.service';
import { ApiToken, Session, SignInAttempt, SignInLink } from './door.entity';
import { DoorRepository } from './door.repository';
import { Keys } from './keys.service';
import { OwnSessions } from './own-sessions.service';
import { SessionRepository } from './session.repository';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { SubmissionRepository } from './submission.repository';
import { AuditEntry, AuditHead, Submission } from './trail.entity';
import { Trail } from './trail.service';
import { User, UserPost } from './user.entity';
import { UserRepository } from './user.repository';
import { Users } from './users.service';

/** The tables of this room. */
export const accessEntities = [
  User,
  UserPost,
  Session,
  SignInLink,
  ApiToken,
  SignInAttempt,
  Submission,
  AuditEntry,
  AuditHead,
];

const DOORS = [Acts, Audit, Keys, OwnSessions, Sessions, SignIn, Trail, Users];

/** Who may come in, who may do what, and what was done: global, since every room acts on somebody's behalf. */
@Global()
@Module({
  providers: [
    AuditRepository,
    DoorRepository,
    SessionRepository,
    SubmissionRepository,
    UserRepository,
    ...DOORS,
  ],
  exports: DOORS,
})
export class AccessModule {}
