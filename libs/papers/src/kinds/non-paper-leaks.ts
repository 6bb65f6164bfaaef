import { MISSION_NAMES } from '@demarche/cables';
import { tierWordsIn } from '@demarche/rules';
import type { Code } from '@demarche/words';

/** What kind of thing was met that belongs in a cable and never in a non-paper. */
export type LeakCode = Code<'non-paper-leak'>;

/** One place of a text, counted in characters from 0, the words met there, and what they are. */
interface Leak {
  at: number;
  found: string;
  code: LeakCode;
}

interface Pattern {
  code: LeakCode;
  words: RegExp;
}

const MISSIONS = [...new Set(MISSION_NAMES.flatMap(({ name, also }) => [name, ...also]))]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/ /g, '[ -]?'))
  .join('|');

const BUREAUS = 'AF|CA|D|DRL|DS|EAP|ECA|EUR|G|H|INL|IO|J|L|M|NEA|OIG|P|PRM|S|SCA|WHA';
// They sign cables in capitals; the same names in ordinary writing are anybody's.
const SIGNERS = 'ALBRIGHT|POWELL|RICE|CLINTON|KERRY|TILLERSON|POMPEO|BLINKEN|RUBIO';

const PATTERNS: readonly Pattern[] = [
  {
    code: 'portion-mark',
    words: /(?<![\p{L}\p{N}])[([]\s*(?:U|SBU|LOU|FOUO|CUI|C|S|TS)(?:\s*\/\/?\s*[A-Z]+)*\s*[)\]]/gu,
  },
  {
    code: 'portion-mark',
    words: /\b(?:SBU|UNCLAS(?:SIFIED)?|SENSITIVE|NOFORN|NODIS|EXDIS|SIPDIS|FOUO|CUI|CONFIDENTIAL|SECRET)\b/g,
  },
  { code: 'portion-mark', words: /\bsensitive but unclassified\b/gi },
  {
    code: 'cable-number',
    words: /\b(?:(?:19|20)\d{2}|\d{2})\s?[A-Z]{2,}(?:[ -]?[A-Z]{2,}){0,3}\s?\d{1,6}\b/g,
  },
  { code: 'cable-number', words: new RegExp(`\\b(?:STATE|SECSTATE|${MISSIONS})\\s?0*\\d{1,6}\\b`, 'g') },
  { code: 'cable-number', words: /\b(?:SEC)?STATE\b|\bWASHDC\b/g },
  { code: 'reference', words: /\b(?:reftels?|septels?|notal)\b|\bref(?:erence)?d? cables?\b/gi },
  { code: 'reference', words: /\bREFS?\b|\bRefs?\.? [A-Z]\b|\bparas?\.? \d+\b/g },
  { code: 'tag', words: /\bK[A-Z]{3}\b|\b(?:PHUM|PREL|PGOV|SMIG)\b|\bTAGS\b|\bE\.O\. ?\d{4,5}/g },
  {
    code: 'office',
    words: /\b[GJ]\s?\/\s?TIP\b|\bTIP Office\b|\bState Department\b|\bDepartment of State\b/gi,
  },
  { code: 'office', words: new RegExp(`\\b(?:${BUREAUS})/[A-Z]{1,5}\\b`, 'g') },
  { code: 'post', words: /\bPosts?\b|\bPOSTS?\b|\bAM(?:EMBASSY|CONSUL)\b|\bUS(?:MISSION|OFFICE)\b/g },
  { code: 'post', words: /(?:\bU\.?S\.?|\bAmerican|\bUnited States) (?:Embassy|Mission|Consulate)\b/gi },
  { code: 'signature', words: new RegExp(`\\b(?:${SIGNERS})\\b`, 'g') },
  { code: 'note', words: /[[\]]/g },
  {
    code: 'note',
    words:
      /\b(?:notes?|background|information) (?:for|to) posts?\b|\bfor posts?(?:['’,]s)? (?:only|background|information)\b/gi,
  },
  {
    code: 'cable-words',
    words: /\b(?:begin|end) (?:of )?(?:non-?paper|action (?:plan|request)|talking points|notes?|text)\b/gi,
  },
  {
    code: 'cable-words',
    words: /\bnon-?papers?\b|\btalking points?\b|\baction request\b|\bnot\/not\b|\bdemarches?\b/gi,
  },
  { code: 'list-talk', words: /\bhigh[\s-]priority (?:items?|recommendations?|steps?|for)\b/gi },
];

// The law's own formula on minimum standards is public and may be quoted to a government.
const SAYABLE = ['standards-formula'];

/** The text as a reader sees it: wide and joined letters plain, hidden characters gone, single blanks. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');
}

function matchesOf({ code, words }: Pattern, text: string): Leak[] {
  return [...text.matchAll(words)].map((match) => ({ at: match.index, found: match[0], code }));
}

function namePattern(name: string): Pattern {
  const literal = plainly(name)
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return { code: 'name', words: new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu') };
}

/**
 * The places where a text says what a non-paper must lose: marks, cable numbers, references, tags, offices, the post,
 * a signature, talk of the list, notes, and the names given (of people, of the post). Source: 5 FAH-1 H-613 on what is
 * left behind, and 09STATE88558 paragraph 2. An empty answer is no clearance: it reads words, not meaning.
 */
export function nonPaperLeaks(text: string, names: readonly string[] = []): Leak[] {
  const plain = plainly(text);
  const given = names.filter((name) => name.trim() !== '').map(namePattern);
  const met = [...PATTERNS, ...given].flatMap((pattern) => matchesOf(pattern, plain));
  const listTalk = tierWordsIn(plain)
    .filter(({ code }) => !SAYABLE.includes(code))
    .map(({ at, found }): Leak => ({ at, found, code: 'list-talk' }));
  return [...met, ...listTalk].sort((a, b) => a.at - b.at);
}
