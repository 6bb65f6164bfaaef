/** What kind of word was met: a tier or list by name, the law's wording for one, a rank, movement between them, or a forecast. */
export type TierWordCode =
  | 'names-tier'
  | 'names-watch-list'
  | 'names-special-case'
  | 'standards-formula'
  | 'speaks-of-rank'
  | 'hints-at-movement'
  | 'forecasts';

/** One place in a text: where it starts (UTF-16 index), the words as written, and what is wrong with them. */
export interface TierWord {
  at: number;
  found: string;
  code: TierWordCode;
}

interface Pattern {
  code: TierWordCode;
  words: RegExp;
}

// Shelters are upgraded and charges downgraded without a word about the country.
const THINGS =
  'shelters?|cent(?:er|re)s?|facilit(?:y|ies)|buildings?|premises|rooms?|equipment|software|databases?|systems?|hotlines?|' +
  'websites?|charges?|offen[cs]es?|crimes?|cases?|sentences?|penalt(?:y|ies)|convictions?|felon(?:y|ies)|misdemeanou?rs?|' +
  'skills|units?|offices?|checkpoints?|roads?';
const BEFORE_IS_A_THING = `(?<!\\b(?:${THINGS})\\s+(?:(?:was|were|is|are|been|be|being|has|have|had)\\s+){0,3})`;
const AFTER_IS_NO_THING = `(?!\\s+(?:[\\w’'-]+\\s+){0,5}(?:${THINGS})\\b)`;
// Countries move on and off "the list"; "the list of licensed brokers" is another one.
const LIST_VERBS =
  'add(?:ed|ing)?|plac(?:e|ed|ing|ement)|put|mov(?:e|ed|ing|ement)|remov(?:e|ed|ing|al)|rais(?:e|ed|ing)|lower(?:ed|ing)?|' +
  'return(?:ed|ing)?|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|keep|kept|graduat(?:e|ed|ing|ion)|com(?:e|ing)|came|tak(?:e|en|ing)|' +
  'drop(?:ped|ping)?|get|got|fell|fall(?:en|ing)?';
const LIST_WAYS = 'from|off|out\\s+of|on|onto|to|up|down';
const LIST_IS_NOT_OF_THINGS = '(?!\\s+of\\b)';
const COPULA = '(?:does|do|did|has|have)?\\s*(?:not\\s+)?(?:yet\\s+)?(?:fully\\s+)?';

const PATTERNS: readonly Pattern[] = [
  { code: 'names-tier', words: /\btiers?\b(?:[\s–—-]*(?:[1-3]|one|two|three|i{1,3})\b)?/gi },
  { code: 'names-tier', words: /\b(?:T[1-3](?:WL)?|2WL)\b/g },
  { code: 'names-watch-list', words: /\b(?:special[\s-]+)?watch[\s-]*lists?\b/gi },
  // Courts have special cases too: only the capitals, or a country behind the words, make it the listing.
  {
    code: 'names-special-case',
    words: /\b(?:Special|SPECIAL)[\s-]+(?:Case|CASE)s?\b|\bspecial[\s-]+case\s+(?:countr|status)\w*/g,
  },
  {
    code: 'standards-formula',
    words: new RegExp(
      `\\b${COPULA}(?:meets?|met|compl(?:y|ies|ied)\\s+with)\\s+the\\s+minimum\\s+standards\\b`,
      'gi',
    ),
  },
  {
    code: 'standards-formula',
    words: /\b(?:is|are|was|were)\s+(?:not\s+)?making\s+(?:significant|any)\s+efforts\s+to\s+do\s+so\b/gi,
  },
  { code: 'speaks-of-rank', words: /(?<![\w-])(?:re-?)?ranked\b/gi },
  {
    code: 'speaks-of-rank',
    words:
      /(?<!\b(?:high|higher|highest|low|lower|mid|middle|senior|top)[\s-])(?<![\w-])(?:re-?)?rankings?\b(?!\s+(?:officers?|officials?|members?|polices?))/gi,
  },
  {
    code: 'speaks-of-rank',
    words:
      /\b(?:report|country|countries|government|state|department|annual|trafficking|TIP)(?:[’']?s|s[’'])?\s+(?:rating|placement|standing)s?\b/gi,
  },
  {
    code: 'hints-at-movement',
    words: new RegExp(
      `${BEFORE_IS_A_THING}\\b(?:up|down)[\\s-]?grad(?:e|es|ed|ing)\\b${AFTER_IS_NO_THING}`,
      'gi',
    ),
  },
  {
    code: 'hints-at-movement',
    words: new RegExp(
      `\\b(?:${LIST_VERBS})\\s+(?:[\\w’'-]+\\s+){0,2}?(?:${LIST_WAYS})\\s+(?:the|this|that)\\s+` +
        `(?:special\\s+)?(?:list|category)\\b${LIST_IS_NOT_OF_THINGS}`,
      'gi',
    ),
  },
  { code: 'hints-at-movement', words: /\bpresidential\s+waivers?\b|\bwaiver\s+from\b/gi },
  {
    code: 'forecasts',
    words:
      /\b(?:next|this\s+coming|the\s+coming)\s+year[’']?s\s+(?:\w+\s+){0,2}(?:report|assessment|placement|list)\b|\bin\s+the\s+next\s+(?:annual\s+)?report\b/gi,
  },
  {
    code: 'forecasts',
    words:
      /\b(?:more|less)\s+favou?rable\s+(?:report|assessment|placement|rating|review)\b|\b(?:better|worse|higher|lower)\s+(?:rating|placement)\b/gi,
  },
];

function matchesOf({ code, words }: Pattern, text: string): TierWord[] {
  return [...text.matchAll(words)].map((match) => ({ at: match.index, found: match[0], code }));
}

/**
 * The places where a text speaks of tiers or lists, or hints at rising, falling or next year's report, in the order of
 * the text. The interim assessment may do none of it (interim instructions of 2009). It reads words, not meaning: an empty
 * answer is no clearance.
 */
export function tierWordsIn(text: string): TierWord[] {
  return PATTERNS.flatMap((pattern) => matchesOf(pattern, text)).sort((a, b) => a.at - b.at);
}
