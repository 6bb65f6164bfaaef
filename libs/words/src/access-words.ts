/** Words for roles and for the codes of the confirmation banner. */
export const ACCESS_WORDS = {
  role: {
    'desk-officer': 'Desk officer',
    'post-officer': 'Reporting officer',
    clearer: 'Clearer',
    manager: 'Manager',
    administrator: 'Administrator',
    system: 'Demarche',
  },
} as const;
