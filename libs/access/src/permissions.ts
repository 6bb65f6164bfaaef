import type { Code } from '@demarche/words';

/** The roles a person can hold; one each. The machine itself has none of them. */
export const ROLES = ['desk-officer', 'post-officer', 'clearer', 'manager', 'administrator'] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

const PAPERWORK: readonly Role[] = ['desk-officer'];
const READERS: readonly Role[] = ['desk-officer', 'post-officer', 'clearer', 'manager'];
const POST_AND_DESK: readonly Role[] = ['desk-officer', 'post-officer'];
const ADMINISTRATION: readonly Role[] = ['administrator'];

/** Who may do what: the one table, checked in the services, so that no door can forget it. */
export const PERMISSIONS = {
  'read-plans': READERS,
  'draft-plan': PAPERWORK,
  'import-cable': PAPERWORK,
  'generate-paper': PAPERWORK,
  'propose-release': PAPERWORK,
  'confirm-release': ['desk-officer', 'clearer', 'manager'],
  'log-effort': POST_AND_DESK,
  'log-statistic': POST_AND_DESK,
  'set-deadline': ['desk-officer', 'manager'],
  'meet-deadline': POST_AND_DESK,
  'edit-narrative': PAPERWORK,
  'read-board': ['desk-officer', 'manager'],
  'hold-token': ROLES,
  'manage-register': ADMINISTRATION,
  'manage-users': ADMINISTRATION,
  'read-audit': ADMINISTRATION,
  'read-outbox': ADMINISTRATION,
  'read-status': ADMINISTRATION,
  'resume-sending': ['manager', 'administrator'],
  'use-own-account': ROLES,
} as const satisfies Record<Code<'permission'>, readonly Role[]>;

/** The name of one permission. */
export type Permission = Code<'permission'>;

/** Whether a role includes a permission. */
export function roleIncludes(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
