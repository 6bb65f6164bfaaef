import { TemplateGrammar, pathOf } from './template-grammar';
import { type ReadTemplate, placed } from './template-reading';
import { parseTemplate } from './template-renderer';
import { type FrontMatter, type TemplateSource, openTemplate } from './template-source';

/** A source that was opened and parsed; `isClean` says that it stays inside the allowed language. */
export interface LibraryTemplate extends ReadTemplate {
  name: string;
  text: string;
  body: string;
  front: FrontMatter;
  isClean: boolean;
}

const LONGEST_SOURCE = 100_000;

/** The parser needs time by the square of what lies inside one another, so blocks and brackets are counted before it starts. */
const MOST_NESTING = 1_000;
const BLOCK_OR_ELSE = /\{\{~?\s*(?:[#^]|else\b|\{\{)/g;
const BRACKET = /\(/g;
const NO_TREE: hbs.AST.Program = {
  type: 'Program',
  body: [],
  blockParams: [],
  loc: { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
};

/** The parser's complaint on one line, at the line of the file it speaks of. */
function parseFinding(
  file: string,
  linesBefore: number,
  trouble: Error & { lineNumber?: number; column?: number },
): string {
  const [, said] = /on line (\d+)/.exec(trouble.message) ?? [];
  const line = (trouble.lineNumber ?? Number(said ?? 1)) + linesBefore;
  const last = trouble.message.split('\n').at(-1) ?? '';
  const what = last
    .replace(/ - \d+:\d+$/, '')
    .replace(/^Expecting .*, got '(\w+)'$/, 'the braces do not close or open here ($1)');
  return `${file} ${line}:${(trouble.column ?? 0) + 1} cannot be read: ${what}`;
}

function partialNamesIn(program: hbs.AST.Program | undefined): string[] {
  return (program?.body ?? []).flatMap((node) => {
    if (node.type === 'PartialStatement')
      return [pathOf((node as hbs.AST.PartialStatement).name)?.original ?? ''];
    const block = node as hbs.AST.BlockStatement;
    return node.type === 'BlockStatement'
      ? [...partialNamesIn(block.program), ...partialNamesIn(block.inverse)]
      : [];
  });
}

function tooLarge(body: string): string | null {
  if (body.length > LONGEST_SOURCE) return `is longer than ${LONGEST_SOURCE} characters`;
  if ((body.match(BLOCK_OR_ELSE)?.length ?? 0) > MOST_NESTING) return `has more than ${MOST_NESTING} blocks`;
  if ((body.match(BRACKET)?.length ?? 0) > MOST_NESTING)
    return `has more than ${MOST_NESTING} opening brackets`;
  return null;
}

/** All sources of one engine, opened, parsed and held against the grammar; knows who uses which partial. */
export class TemplateLibrary {
  readonly templates = new Map<string, LibraryTemplate>();
  readonly partials = new Map<string, LibraryTemplate>();
  readonly findings: string[] = [];

  constructor(sources: readonly TemplateSource[]) {
    const names = new Set(sources.filter((one) => one.kind === 'partial').map((one) => one.name));
    for (const source of sources) {
      const shelf = source.kind === 'partial' ? this.partials : this.templates;
      if (shelf.has(source.name)) throw new Error(`There are two templates called ${source.file}.`);
      shelf.set(source.name, this.opened(source, names));
    }
  }

  /** One template by name. Throws when there is none. */
  template(name: string): LibraryTemplate {
    const template = this.templates.get(name);
    if (!template) throw new Error(`There is no template ${name}.hbs.`);
    return template;
  }

  /** Every partial a template uses, directly or through another, sorted by name. */
  partialsOf(template: LibraryTemplate): LibraryTemplate[] {
    const found = new Map<string, LibraryTemplate>();
    const waiting = partialNamesIn(template.tree);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const partial = this.partials.get(name);
      if (!partial || found.has(name)) continue;
      found.set(name, partial);
      waiting.push(...partialNamesIn(partial.tree));
    }
    return [...found.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
  }

  /** Whether a template and all its partials stay inside the allowed language. */
  isUsable(template: LibraryTemplate): boolean {
    return [template, ...this.partialsOf(template)].every((one) => one.isClean);
  }

  private opened(source: TemplateSource, names: ReadonlySet<string>): LibraryTemplate {
    const { front, body, linesBefore, faults } = openTemplate(source.text);
    const { file, name, text } = source;
    const found = faults.map((fault) => `${file} ${fault.line}:1 ${fault.text}`);
    const read: ReadTemplate = { file, linesBefore, tree: NO_TREE };
    if (source.kind === 'partial' && linesBefore > 0) found.push(`${file} 1:1 a partial has no front matter`);
    const bulk = tooLarge(body);
    if (bulk) found.push(`${file} 1:1 ${bulk}`);
    else found.push(...this.parsed(read, body, names));
    this.findings.push(...found);
    return { ...read, name, text, body, front, isClean: found.length === 0 };
  }

  private parsed(read: ReadTemplate, body: string, names: ReadonlySet<string>): string[] {
    try {
      const tree = parseTemplate(body);
      const faults = new TemplateGrammar(names).read(tree);
      if (faults.length === 0) read.tree = tree;
      return faults.map(({ node, text }) => placed(read, node, text));
    } catch (trouble) {
      return [parseFinding(read.file, read.linesBefore, trouble as Error)];
    }
  }
}
