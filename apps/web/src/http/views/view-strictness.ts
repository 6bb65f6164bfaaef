import Handlebars from 'handlebars';

/** A view says at its top which names its callers may leave out: `{{!-- optional: hint act --}}`. */
const OPTIONAL = /^\s*optional:\s*(.*?)\s*$/s;

/**
 * Makes every path of a view strict, conditions and arguments too: Handlebars' own strict mode lets a name that the
 * model lacks pass inside `#if` and `#each`, and the page has a blank. Names that the view calls optional are let be.
 */
export function strictView(source: string): hbs.AST.Program {
  const program = Handlebars.parse(source);
  const names = new OptionalNames();
  names.accept(program);
  new StrictPaths(names.found).accept(program);
  return program;
}

class OptionalNames extends Handlebars.Visitor {
  readonly found = new Set<string>();

  override CommentStatement({ value }: hbs.AST.CommentStatement): void {
    const [, names] = OPTIONAL.exec(value) ?? [];
    for (const name of names?.split(/\s+/) ?? []) this.found.add(name);
  }
}

class StrictPaths extends Handlebars.Visitor {
  constructor(private readonly optional: ReadonlySet<string>) {
    super();
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.parts.length > 0 && !this.optional.has(path.parts.join('.')))
      Object.assign(path, { strict: true });
  }
}
