import { Conflict } from '@demarche/base';
import { givenVersion } from '@demarche/store';

/** That an entry was withdrawn: when, by whom and why; all three are null while it stands. */
export interface Withdrawable {
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawReason: string | null;
}

/** The columns of an entry that stands. */
export const STANDS: Withdrawable = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null };

/** Whether an entry counts at all: a withdrawn one is kept, and counts nowhere. */
export function isStanding({ withdrawnAt }: Pick<Withdrawable, 'withdrawnAt'>): boolean {
  return withdrawnAt === null;
}

/**
 * Refuses to change what is withdrawn, asking for the version first as `mustTurn` does. Throws Conflict `state`, or
 * `missing-version` where no version is named.
 */
export function mustStand(entry: Withdrawable, seenVersion: number | undefined): void {
  givenVersion(seenVersion);
  if (!isStanding(entry))
    throw new Conflict('state', 'This entry has been withdrawn. Restore it first. Nothing was saved.');
}

/**
 * Refuses to withdraw what is withdrawn and to restore what stands; asked after the version, since a change that names
 * no version is refused as such whatever it is about. Throws Conflict `state`.
 */
export function mustTurn(before: Withdrawable, after: Withdrawable): void {
  if (isStanding(before) !== isStanding(after)) return;
  const said = isStanding(before) ? 'is not withdrawn' : 'has been withdrawn already';
  throw new Conflict('state', `This entry ${said}. Nothing was saved.`);
}
