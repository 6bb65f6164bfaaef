import type { CommandCard } from './command';

/** Every command in the order in which help shows them. */
export const COMMANDS: readonly CommandCard[] = [
  {
    words: 'cable read',
    operands: 'FILE [--json]',
    summary: 'Read a cable and report every oddity of the copy.',
    details: [
      'FILE      the text of a cable; - reads standard input',
      '--json    print one JSON object instead of a sheet to read',
      'A text that is no cable ends with exit code 2.',
    ],
    open: async () => (await import('./commands/cable-read.command')).cableRead,
  },
  {
    words: 'cable refs',
    operands: '< LINES',
    summary: 'Turn REF lines into lists of cable numbers.',
    details: [
      'Each line of standard input: the year of the citing cable, a tab, the REF line as a JSON string.',
      'Further columns are passed over. Each line of the result: a JSON array of cable numbers.',
      'A line that cannot be read gives {"error": "…"} in its place, and the rest goes on.',
    ],
    open: async () => (await import('./commands/cable-refs.command')).cableRefs,
  },
  {
    words: 'cable tags',
    operands: '< LINES',
    summary: 'Turn TAGS lines into lists of tags.',
    details: [
      'Each line of standard input: the TAGS line as a JSON string; columns after a tab are passed over.',
      'Each line of the result: a JSON array of tags, or {"error": "…"}.',
    ],
    open: async () => (await import('./commands/cable-tags.command')).cableTags,
  },
  {
    words: 'rule',
    operands: 'NAME < LINES | --list [--json]',
    summary: 'Ask one of the rules for its verdict.',
    details: [
      'Each line of standard input: a JSON object. Each line of the result: the verdict as JSON, or {"error": "…"}.',
      '--list    describe every rule: its fields, their values, an example',
      '--json    with --list: the same as JSON',
    ],
    open: async () => (await import('./commands/rule.command')).rule,
  },
  {
    words: 'register import',
    operands: '--kind posts|tiers|calendar FILE.csv [--apply] [--json]',
    summary: 'Preview a table of posts, tiers or weekends, then load it.',
    details: [
      'FILE.csv  a table with a header line; - reads standard input',
      '--kind    what the table holds',
      '--apply   load the lines that can be taken, all in one act; without it nothing is written',
      '--json    print the report as JSON',
    ],
    open: async () => (await import('./commands/register-import.command')).registerImport,
  },
  {
    words: 'audit verify',
    operands: '[--json]',
    summary: 'Check the chain of the audit trail and name its first broken entry.',
    details: ['Exit code 0 when the trail is whole, 1 when it is broken or there is no database.'],
    open: async () => (await import('./commands/audit-verify.command')).auditVerify,
  },
  {
    words: 'user add',
    operands: '--email E --name N --title T --role R [--post P]…',
    summary: 'Open an account and print its first sign-in link.',
    details: [
      '--role    desk-officer, post-officer, clearer, manager or administrator',
      '--post    where a post officer serves: city or cable token; may be given several times',
    ],
    open: async () => (await import('./commands/user-add.command')).userAdd,
  },
  {
    words: 'user link',
    operands: 'EMAIL',
    summary: 'Print a new single-use sign-in link for an account.',
    details: ['For the administrator whom no other way lets in. The link works once, for one day.'],
    open: async () => (await import('./commands/user-link.command')).userLink,
  },
  {
    words: 'templates check',
    operands: '[FOLDER]',
    summary: 'Look for words in the templates that their facts do not know.',
    details: [
      'FOLDER    the templates to check instead of the installation’s own',
      'One line for each finding, with file, line and column; exit code 1 when there are any.',
    ],
    open: async () => (await import('./commands/templates-check.command')).templatesCheck,
  },
];
