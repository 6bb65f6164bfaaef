import { enumeratedBefore, isCopyrightLine, LEADS, SENTENCE_END } from './marking-position';

/** By what a text shows that it is classified: none of it may be kept in a house that is cleared to SBU. */
export type SpillCode =
  'portion-mark' | 'header-line' | 'caption' | 'classified-by' | 'reason-line' | 'declassify-line';

/** Where a text shows it; `line` counts from 1. The words themselves are left where they are. */
interface Spill {
  code: SpillCode;
  line: number;
}

// Marks that no eye sees and that would part a word for a search: of format, of direction, of variation.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;
// A mark stands at the start of its line; what follows it there is not looked at.
const HEAD = 240;

const CONTROLS =
  'NOFORN|NF|ORCON|OC|RELIDO|PROPIN|PR|IMCON|WNINTEL|REL TO [A-Z]{3}[A-Z, ]*|REL|SI|TK|HCS|FGI|RD|FRD|NODIS|EXDIS|LIMDIS|STADIS|SIPDIS';
const LEVEL = 'TOP ?SECRET|SECRET|CONFIDENTIAL';
const PORTION = `\\((?:TS|S|C|${LEVEL})(?: ?(?://?|-) ?[A-Z][A-Z0-9 ,/&-]{0,60})?\\)`;

const PORTION_FIRST = new RegExp(`^${PORTION}(?=$|[\\s:"“‘'A-Z])`);
const PORTION_AFTER_SENTENCE = new RegExp(`${SENTENCE_END}(${PORTION}) +(?=["“‘']?[A-Z0-9])`, 'g');
const PORTION_IN_SUBJECT = new RegExp(`^(?:subject|subj|title)\\b.*(?<=\\s)${PORTION}$`, 'i');
const BRACKET = /[([]/;
const PORTION_OPENED = /\([TSC]/;
// With its controls behind it a mark is a mark wherever it stands.
const PORTION_WITH_CONTROLS = new RegExp(`[([](?:TS|S|C)(?: ?(?://?|-) ?)(?:${CONTROLS})\\b`);

const spaced = (word: string) => [...word].join('[ ._-]+');
const SPACED_LEVEL = new RegExp(
  `^[\\s*/=_-]*(?:${['TOPSECRET', 'SECRET', 'CONFIDENTIAL'].map(spaced).join('|')})(?![A-Za-z])`,
);
const ALLIED = '(?:COSMIC|NATO|ATOMAL|UK|USA?) ';
const LEVEL_ALONE = new RegExp(`^(?:${ALLIED})?(?:${LEVEL}|Top Secret|Secret|Confidential)$`);
const LEVEL_WITH_STATION = new RegExp(
  `^(?:${LEVEL}) (?:SECTION \\d\\d? OF \\d\\d?|(?!SERVICE)[A-Z]{3,}(?: [A-Z]{2,}){0,3} \\d{5,8}\\b)`,
);
const LONG_CONTROLS = 'NOFORN|ORCON|RELIDO|PROPIN|NODIS|EXDIS|LIMDIS|STADIS|SIPDIS|EYES ONLY|REL TO [A-Z]{3}';
const LEVEL_WITH_CONTROLS = new RegExp(
  `\\b(?:${LEVEL})(?: ?/ ?| ?- ?)(?:${CONTROLS})\\b|\\b(?:${LEVEL}) (?:${LONG_CONTROLS})\\b`,
);
const LEVEL_WITH_SLASHES = /\b(?:top ?secret|secret|confidential) ?\/\/ ?[a-z]/i;
const LEVEL_NAMED = new RegExp(
  `^(?:overall |document |derivative )?classification(?: of [\\w ]{1,40})?(?: is)? ?[:=-]? ?(?:${LEVEL})\\b`,
  'i',
);
const LEVEL_OF_DOCUMENT = new RegExp(
  `\\b[Cc]lassified (?:as )?(?:${LEVEL})\\b|\\bCLASSIFIED (?:${LEVEL})\\b`,
);

const FOREIGN =
  'NOFORN|ORCON|RELIDO|PROPIN|IMCON|WNINTEL|NOCONTRACT|NOT RELEASABLE TO FOREIGN NATIONALS|NO FOREIGN DISSEM(?:INATION)?|' +
  'ORIGINATOR CONTROLLED|REL(?:EASABLE)? TO USA(?:,? (?:AND )?[A-Z]{3,4})*|(?:US|USA) EYES ONLY';
const BESIDE = 'UNCLAS(?:SIFIED)?|SBU|SENSITIVE|SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|CUI|CAPTIONS?:?';
const CAPTION_ALONE = new RegExp(
  `^(?:(?:${BESIDE})[\\s/,-]+)*(?:${FOREIGN})(?:[\\s/,-]+(?:${FOREIGN}|${BESIDE}))*$`,
);
const CAPTION_AFTER_SLASH = new RegExp(`(?:[A-Z)]) ?//? ?(?:${FOREIGN})\\b`);
const CAPTION_AS_MARK = new RegExp(`^[([](?:(?:U|SBU|CUI) ?(?://?|-) ?)?(?:${FOREIGN})[)\\]]`);

const BY_COLON = /^(?:originally )?classified by ?:/i;
const BY_NAME = /^(?:CLASSIFIED BY [A-Z]|Classified [Bb]y (?:[A-Z][\w.’'-]+ ){2,})/;
const DERIVED =
  /^derived from ?: ?(?:multiple sources|.{0,60}\b(?:guide|scg|dscg|cable|memo(?:randum)?)\b|[A-Z]{2,}[ -]?\d)/i;
const LETTER = '1\\.[3-8] ?\\(? ?[A-Ha-h]\\b';
const REASONS = new RegExp(
  `\\breasons?\\b ?[:=]? ?(?:of |under |per )?(?:(?:section|sec\\.?) )?(?:E\\.? ?O\\.? ?\\d{5},? ?(?:section |sec\\.? ?)?)?${LETTER}`,
  'i',
);
const ORDER = '(?:E\\.? ?O\\.?|EXECUTIVE ORDER) ?1[1-3]\\d{3}';
const ORDER_WITH_REASON = new RegExp(`${ORDER}.{0,40}?\\b${LETTER}|\\b${LETTER}.{0,40}?${ORDER}`, 'i');
const ORDER_WITH_DATE = new RegExp(
  `${ORDER}[ :;,.-]*(?:DECL\\b|GDS\\b|XGDS|ADS\\b|RDS\\b|X[1-8]\\b|OADR|25X\\d|MR\\b|(?:${LEVEL})\\b)`,
  'i',
);
const DECLASSIFY =
  /^(?:declassif(?:y|ication)(?: (?:on|date))? ?:|declassify on\b|decl(?: on)? ?: ?(?:\d|oadr|x\d|25x|mr\b))/i;

// In the order of how much they say; the first that holds names the find. None of a group holds in a line without its
// hint: a long text is looked through in a few milliseconds where nothing points to a mark.
const BY_LINE: readonly { code: SpillCode; hint: RegExp; finds: readonly RegExp[] }[] = [
  {
    code: 'header-line',
    hint: /secret|confidential|^[\s*/=_-]*[stc][ ._-]/i,
    finds: [
      SPACED_LEVEL,
      LEVEL_ALONE,
      LEVEL_WITH_STATION,
      LEVEL_WITH_CONTROLS,
      LEVEL_WITH_SLASHES,
      LEVEL_NAMED,
      LEVEL_OF_DOCUMENT,
    ],
  },
  { code: 'portion-mark', hint: BRACKET, finds: [PORTION_IN_SUBJECT, PORTION_WITH_CONTROLS] },
  {
    code: 'caption',
    hint: new RegExp(FOREIGN),
    finds: [CAPTION_ALONE, CAPTION_AFTER_SLASH, CAPTION_AS_MARK],
  },
  { code: 'classified-by', hint: /classified by|derived from/i, finds: [BY_COLON, BY_NAME, DERIVED] },
  { code: 'reason-line', hint: /reason|1[1-3]\d{3}/i, finds: [REASONS, ORDER_WITH_REASON] },
  { code: 'declassify-line', hint: /decl|1[1-3]\d{3}/i, finds: [ORDER_WITH_DATE, DECLASSIFY] },
];

/**
 * The first place at which a text carries a mark of classification in marking position, or null. Marks of SBU and below
 * pass, and so do the same letters in running text. Source: 5 FAH-1 H-240, E.O. 12958 and 13526 section 1.6 for the
 * marks; what is no mark (a copyright, a list from A to C) is the house's own judgement.
 */
export function spillScan(text: string): Spill | null {
  const lines = text.normalize('NFKC').replace(INVISIBLE, '').split(LINE_ENDS);
  const before: string[] = [];
  for (const [place, raw] of lines.entries()) {
    const line = raw.replace(/[\s\u00A0]+/g, ' ').trim();
    const code = codeOf(line, before);
    if (code) return { code, line: place + 1 };
    before.push(line);
  }
  return null;
}

function codeOf(line: string, before: readonly string[]): SpillCode | null {
  if (line === '') return null;
  const bare = line.replace(/^[*#=_~>|/ -]+/, '').replace(/[*#=_~|/ -]+$/, '');
  const found = BY_LINE.find(({ hint, finds }) => hint.test(bare) && finds.some((find) => find.test(bare)));
  if (found) return found.code;
  return PORTION_OPENED.test(line) && isPortionMarked(line, before) ? 'portion-mark' : null;
}

function isPortionMarked(line: string, before: readonly string[]): boolean {
  const head = line.slice(0, HEAD);
  const starts = [...new Set([head, ...LEADS.map((lead) => head.replace(lead, ''))])];
  const first = starts.find((start) => PORTION_FIRST.test(start));
  if (first !== undefined && isMark(first, first === head ? before : [])) return true;
  return [...line.matchAll(PORTION_AFTER_SENTENCE)].some((found) =>
    isMark(line.slice(found.index + found[0].indexOf('(')), [...before, line.slice(0, found.index + 1)]),
  );
}

function isMark(start: string, before: readonly string[]): boolean {
  return !isCopyrightLine(start) && !enumeratedBefore(start, before);
}
