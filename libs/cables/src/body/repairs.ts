/** One place where a mark was mangled: what stands there, and what it was read as (null: left as it is). */
interface Repair {
  found: string;
  read: string | null;
}

/** A text with its mangled quotation marks and apostrophes set right where that is certain, and every place told. */
interface RepairedText {
  text: string;
  repairs: Repair[];
}

interface RepairRule {
  pattern: RegExp;
  read: ((match: string[]) => string) | null;
}

// Nouns which a plural owner has (governments' efforts); a comma in front of them can hardly part a list.
const OWNED =
  'efforts?|actions?|progress|response|responses|ability|capacity|commitments?|performance|obligations|willingness|cooperation|attention';
const OWNERS =
  'governments|countries|states|posts|nations|authorities|ministries|missions|embassies|police forces|parties';

const RULES: readonly RepairRule[] = [
  // A quotation whose marks became an ampersand and an eight.
  {
    pattern: /(?<![\w&])&(?=[^\s&])([^&\n]{1,160}?[A-Za-z.,!?)'%])8(?![A-Za-z0-9])/g,
    read: ([, words]) => `"${words}"`,
  },
  { pattern: /\b([A-Za-z]{2,}),s(?=[\s.,;:)"?!]|$)/g, read: ([, word]) => `${word}'s` },
  { pattern: /\b([A-Za-z]*[a-z]{2})[8?`\u00b4^]s(?=[\s.,;:)"?!]|$)/g, read: ([, word]) => `${word}'s` },
  { pattern: /\b([A-Za-z]+n)[,8?`\u00b4]t(?=[\s.,;:)"?!]|$)/g, read: ([, word]) => `${word}'t` },
  {
    pattern: /\b(we|they|you|it|he|she|who|I),(re|ve|ll|m|d)(?=\s)/gi,
    read: ([, word, end]) => `${word}'${end}`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\b(?:of|by|on|in|to|from|the|foreign|host|other|these|those|all|many)\s+)(${OWNERS}), (${OWNED})(?=\s+to\s+[a-z]+)(?![^.;:]*,\s*(?:and|or)\s)`,
      'gi',
    ),
    read: ([, owner, owned]) => `${owner}' ${owned}`,
  },
  // What follows can be a plural possessive or a comma: told, never changed.
  {
    pattern:
      /\b(?:posts|governments|countries|victims|officers), (?:background|own|use|information|efforts|behalf)\b/gi,
    read: null,
  },
  { pattern: /(?<![\w&])&[A-Za-z][\w-]*/g, read: null },
  { pattern: /\b[a-z]{3,}8(?=[\s.,;:)]|$)/g, read: null },
];

/** Sets right what a copy did to quotation marks and apostrophes, and names every place, repaired or doubtful. */
export function repairQuotes(text: string): RepairedText {
  const repairs: Repair[] = [];
  const straight = text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d\u201e]/g, '"');
  const repaired = RULES.reduce((sofar, rule) => applyRule(sofar, rule, repairs), straight);
  return { text: repaired, repairs };
}

function applyRule(text: string, rule: RepairRule, repairs: Repair[]): string {
  return text.replace(rule.pattern, (...args: unknown[]) => {
    const match = args.filter((arg): arg is string => typeof arg === 'string').slice(0, -1);
    const found = match[0] ?? '';
    const read = rule.read?.(match) ?? null;
    repairs.push({ found: found.trim(), read: read?.trim() ?? null });
    return read ?? found;
  });
}
