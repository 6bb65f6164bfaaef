import { Store0000 } from './0000-store';
import { Register0001 } from './0001-register';
import { Access0002 } from './0002-access';
import { RegisterCycles0003 } from './0003-register-cycles';
import { Notices0004 } from './0004-notices';
import { Review0005 } from './0005-review';
import { Plans0006 } from './0006-plans';
import { Progress0007 } from './0007-progress';
import { Deadlines0008 } from './0008-deadlines';
import { Narratives0009 } from './0009-narratives';
import { Papers0010 } from './0010-papers';
import { AccessPeople0012 } from './0012-access-people';
import { Deadlines0013 } from './0013-deadlines';
import { PlansProgress0015 } from './0015-plans-progress';
import { AccessTrail0016 } from './0016-access-trail';
import { Papers0018 } from './0018-papers';
import { DeadlineSubjects0019 } from './0019-deadline-subjects';
import { ReminderBells0020 } from './0020-reminder-bells';
import { TrailLists0021 } from './0021-trail-lists';
import { PlanLists0022 } from './0022-plan-lists';
import { Papers0023 } from './0023-papers';

/** Every migration, in order; one list for both databases. */
export const MIGRATIONS = [
  Store0000,
  Register0001,
  Access0002,
  RegisterCycles0003,
  Notices0004,
  Review0005,
  Plans0006,
  Progress0007,
  Deadlines0008,
  Narratives0009,
  Papers0010,
  AccessPeople0012,
  Deadlines0013,
  PlansProgress0015,
  AccessTrail0016,
  Papers0018,
  DeadlineSubjects0019,
  ReminderBells0020,
  TrailLists0021,
  PlanLists0022,
  Papers0023,
];
