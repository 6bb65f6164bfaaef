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
  done: {
    'signed-out': 'You are signed out.',
    'password-set': 'Your password is set.',
    'token-revoked': 'The token no longer works.',
    'account-opened': 'The account is open. Issue a sign-in link below and hand it to the person.',
    'account-closed': 'The account is closed and its sessions have ended.',
  },
} as const;
