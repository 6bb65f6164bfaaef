type Values = Record<string, unknown>;

/** What a form calls its fields and their choices: by field name, and by field name and value. */
interface FormWords {
  labels: Map<string, string>;
  choices: Map<string, Map<string, string>>;
}

/** A field that was sent differently the second time, in the form's own words. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

/** Reads the words of a form off its page, so that a field is called the same wherever it is shown again. */
export function wordsOf(html: string, action: string): FormWords {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? html;
  const byId = new Map(pairs(form, LABEL));
  const labels = new Map([...byId, ...pairs(form, LEGEND)]);
  const choices = new Map<string, Map<string, string>>();
  for (const [, name = '', options = ''] of form.matchAll(SELECT))
    choices.set(name, new Map(pairs(options, OPTION)));
  for (const [tag] of form.matchAll(CHOICE)) {
    const [name, value, id] = [attribute(tag, 'name'), attribute(tag, 'value'), attribute(tag, 'id')];
    const known = choices.get(name) ?? new Map<string, string>();
    choices.set(name, known.set(value, byId.get(id) ?? value));
  }
  return { labels, choices };
}

/** The fields of a form that were sent differently, each with its label; what the form does not show is left out. */
export function differencesIn(words: FormWords, saved: Values, sent: Values): Difference[] {
  const names = [...words.labels.keys()].filter((name) => name in saved || name in sent);
  return names
    .map((name) => ({
      label: words.labels.get(name) ?? name,
      theirs: toldBy(words.choices.get(name), saved[name]),
      mine: toldBy(words.choices.get(name), sent[name]),
    }))
    .filter(({ theirs, mine }) => theirs !== mine);
}

function toldBy(choices: Map<string, string> | undefined, value: unknown): string {
  const values = [value ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return values.map((one) => (choices ? (choices.get(one) ?? 'another choice') : one)).join(', ');
}

const LABEL = /<label[^>]*\bfor="([^"]+)"[^>]*>([^<]*)</g;
const LEGEND = /<fieldset[^>]*\bid="([^"]+)"[^>]*>\s*<legend[^>]*>([^<]*)</g;
const SELECT = /<select[^>]*\bname="([^"]+)"[^>]*>([^]*?)<\/select>/g;
const OPTION = /<option[^>]*\bvalue="([^"]*)"[^>]*>([^<]*)</g;
const CHOICE = /<input[^>]*\btype="(?:radio|checkbox)"[^>]*>/g;

function pairs(html: string, pattern: RegExp): [string, string][] {
  return [...html.matchAll(pattern)].map(([, key = '', word = '']) => [plain(key), plain(word).trim()]);
}

const attribute = (tag: string, name: string): string =>
  plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&amp;': '&',
};

const plain = (html: string): string =>
  html.replace(/&(?:[a-z]+|#x[0-9A-F]+);/g, (mark) => ENTITIES[mark] ?? mark);
