import { GLOSSARY, wordFor } from '@demarche/words';
import { type Permission, PERMISSIONS, type Role, roleIncludes, ROLES } from '@demarche/access';
import type { PageModel } from '../../http/views/page-result';

/** The help page: one model for everybody. What a role can do comes from the table that the services check. */
export function helpModel(): PageModel {
  return {
    title: 'How Demarche works',
    context: 'One cycle from the annual report to the interim assessment, and who does what in it.',
    glossary: GLOSSARY,
    roles: ROLES.map((role) => ({
      name: wordFor('role', role),
      duty: wordFor('role-duty', role),
      acts: actsOf(role),
    })),
  };
}

function actsOf(role: Role): string[] {
  const permissions = Object.keys(PERMISSIONS) as Permission[];
  return permissions
    .filter((permission) => roleIncludes(role, permission))
    .map((permission) => wordFor('permission', permission));
}
