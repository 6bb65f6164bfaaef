import { userInfo } from 'node:os';
import { Actor } from '@demarche/access';

/** Whoever may run the command line owns the machine: every act is theirs, and the trail keeps the account's name. */
export function machineActor(): Actor {
  return new Actor({
    userId: 'system',
    name: `Command line (${accountName()})`,
    role: 'system',
    postIds: [],
  });
}

// Containers often run under a number that has no account.
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'no account';
  }
}
