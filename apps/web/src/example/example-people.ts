import type { NewUser } from '@demarche/access';

/** The people of the worked example: offices, not persons, and marked as demo in their very names. */
export const EXAMPLE_PEOPLE = {
  desk: person('desk.officer', 'Desk Officer (demo)', 'Desk officer, Washington', 'desk-officer'),
  post: person(
    'reporting.officer',
    'Reporting Officer (demo)',
    'Reporting officer, Embassy Dushanbe',
    'post-officer',
    ['DUSHANBE'],
  ),
  clearer: person('clearer', 'Clearer (demo)', 'Clearer, Washington', 'clearer'),
  manager: person('manager', 'Manager (demo)', 'Manager, Washington', 'manager'),
  administrator: person('administrator', 'Administrator (demo)', 'Administrator', 'administrator'),
} satisfies Record<string, NewUser>;

/** The keys of the example's people. */
export type ExamplePerson = keyof typeof EXAMPLE_PEOPLE;

// Four parts of a person read better in a row than as an object each.
function person(
  ...[box, name, title, role, postIds = []]: [string, string, string, NewUser['role'], string[]?]
): NewUser {
  return { email: `${box}@demo.example`, name, title, role, postIds };
}
