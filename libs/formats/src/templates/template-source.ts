import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One template file as it stands on disk: `name` without ending, `file` relative to the templates folder. */
export interface TemplateSource {
  name: string;
  kind: 'template' | 'partial';
  file: string;
  text: string;
}

/** What a template says about itself between its two `---` lines. */
export interface FrontMatter {
  facts: string | null;
  format: string | null;
  title: string | null;
}

/** A template cut in two: what it says about itself, and the body with the number of lines that stand before it. */
interface OpenedTemplate {
  front: FrontMatter;
  body: string;
  linesBefore: number;
  faults: { line: number; text: string }[];
}

const ENDING = '.hbs';
const FENCE = '---';
const KEYS = ['facts', 'format', 'title'] as const;

function sourcesIn(folder: string, kind: TemplateSource['kind'], prefix: string): TemplateSource[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({
      name: file.slice(0, -ENDING.length),
      kind,
      file: `${prefix}${file}`,
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

/**
 * Reads `*.hbs` and `partials/*.hbs` of a templates folder. A room names the templates it renders, since it knows the
 * facts of no others; partials always come along. Throws when the folder or a named template is missing.
 */
export function loadTemplates(folder: string, names?: readonly string[]): TemplateSource[] {
  const templates = sourcesIn(folder, 'template', '');
  const missing = (names ?? []).filter((name) => !templates.some((one) => one.name === name));
  if (missing.length > 0 || !existsSync(folder)) {
    throw new Error(
      `The templates folder ${folder} lacks ${missing.map((name) => name + ENDING).join(', ') || 'itself'}.`,
    );
  }
  const wanted = names ? templates.filter((one) => names.includes(one.name)) : templates;
  return [...wanted, ...sourcesIn(join(folder, 'partials'), 'partial', 'partials/')];
}

/** Line ends as every template means them, so that a checkout on another system renders and hashes the same. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function readLine(line: string, front: FrontMatter): string | null {
  const [, key, value] = /^([A-Za-z-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
  const known = KEYS.find((one) => one === key);
  if (!known) return `${key ?? line.trim()} is not a line of the front matter (known: ${KEYS.join(', ')})`;
  if (front[known] !== null) return `${known} is said twice`;
  front[known] = value ?? '';
  return null;
}

/** Reads the front matter, if any, off a template; what is wrong with it comes back as faults with line numbers. */
export function openTemplate(text: string): OpenedTemplate {
  const front: FrontMatter = { facts: null, format: null, title: null };
  const lines = plainLines(text).split('\n');
  if (lines[0]?.trimEnd() !== FENCE) return { front, body: lines.join('\n'), linesBefore: 0, faults: [] };
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === FENCE);
  if (end < 0) {
    return {
      front,
      body: '',
      linesBefore: 0,
      faults: [{ line: 1, text: 'the front matter has no closing ---' }],
    };
  }
  const faults = lines.slice(1, end).flatMap((line, index) => {
    const fault = line.trim() === '' ? null : readLine(line, front);
    return fault === null ? [] : [{ line: index + 2, text: fault }];
  });
  return { front, body: lines.slice(end + 1).join('\n'), linesBefore: end + 1, faults };
}
