import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.service';
import { ClockTrail } from './trail/clock-trail.service';
import { Anchors } from './trail/anchors.service';
import { AuditRepository } from './trail/audit.repository';
import { Audit } from './trail/audit.service';
import { AuditWatch } from './trail/audit-watch.service';
import { Accounts } from './people/accounts.service';
import { PostingRepository } from './people/posting.repository';
import { User, UserPost } from './people/user.entity';
import { UserRepository } from './people/user.repository';
import { Users } from './people/users.service';
import { ApiToken, Session, SignInLink, SignInWait } from './sign-in/door.entity';
import { DoorRepository } from './sign-in/door.repository';
import { Keys } from './sign-in/keys.service';
import { LinkSignIn } from './sign-in/link-sign-in.service';
import { OwnPassword } from './sign-in/own-password.service';
import { OwnSessions } from './sign-in/own-sessions.service';
import { SessionRepository } from './sign-in/session.repository';
import { Sessions } from './sign-in/sessions.service';
import { SignIn } from './sign-in/sign-in.service';
import { SignInWaitRepository } from './sign-in/sign-in-wait.repository';
import { VisitorRepository } from './sign-in/visitor.repository';
import { SubmissionRepository } from './submission.repository';
import { AuditEntry, AuditHead, Submission } from './trail/trail.entity';
import { Trail } from './trail/trail.service';

/** The tables of this room. */
export const accessEntities = [
  User,
  UserPost,
  Session,
  SignInLink,
  ApiToken,
  SignInWait,
  Submission,
  AuditEntry,
  AuditHead,
];

const DOORS = [
  Accounts,
  Acts,
  Audit,
  AuditWatch,
  Keys,
  LinkSignIn,
  OwnPassword,
  OwnSessions,
  Sessions,
  SignIn,
  Trail,
  Users,
];

/** Who may come in, who may do what, and what was done: global, since every room acts on somebody's behalf. */
@Global()
@Module({
  providers: [
    Anchors,
    AuditRepository,
    ClockTrail,
    DoorRepository,
    PostingRepository,
    SessionRepository,
    SignInWaitRepository,
    SubmissionRepository,
    UserRepository,
    VisitorRepository,
    ...DOORS,
  ],
  exports: DOORS,
})
export class AccessModule {}
