import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FactShape, factContext, factPaths, factShape } from './fact-shape';
import { nearestWord } from './near-word';
import { TemplateLibrary, type LibraryTemplate } from './template-library';
import { TemplateReading } from './template-reading';
import { RESERVED_WORDS, type Rendering, TemplateRenderer, type TemplateFormat } from './template-renderer';
import { type TemplateSource, plainLines } from './template-source';

/** One thing wrong with a template, as `cable.hbs 3:14 rec.txt is not in action-plan (did you mean rec.text?)`. */
type Finding = string;

/** What an engine is made of: the sources it may use, and the facts schemas they may name. */
interface TemplateSetting {
  sources: readonly TemplateSource[];
  facts: Readonly<Record<string, z.ZodObject>>;
}

interface ReadyTemplate {
  schema: z.ZodObject;
  shape: FactShape;
  render: Rendering;
}

/**
 * Checks and renders the templates of one room. Everything is parsed, checked and made ready in the constructor; a template
 * with findings stays unusable. Throws when a facts schema itself cannot be checked against.
 */
export class TemplateEngine {
  private readonly library: TemplateLibrary;
  private readonly shapes = new Map<string, FactShape>();
  private readonly ready = new Map<string, ReadyTemplate>();
  private readonly findings: Finding[] = [];
  private readonly renderers: Record<TemplateFormat, TemplateRenderer>;

  constructor(private readonly setting: TemplateSetting) {
    for (const [name, schema] of Object.entries(setting.facts))
      this.shapes.set(name, checkedShape(name, schema));
    this.library = new TemplateLibrary(setting.sources);
    this.findings.push(...this.library.findings);
    this.renderers = { html: this.renderer('html'), text: this.renderer('text') };
    for (const template of this.library.templates.values()) this.prepare(template);
  }

  /** Everything wrong with the sources, one line each; empty means that every template renders for any facts of its schema. */
  check(): Finding[] {
    return [...this.findings];
  }

  /** Renders a template with facts that are parsed by its schema first. Throws on findings, on unfit facts, and on a runaway. */
  render(name: string, facts: unknown): string {
    const template = this.ready.get(name);
    if (!template) throw new Error(this.whyNot(name));
    const parsed = template.schema.safeParse(facts);
    if (!parsed.success)
      throw new Error(`The facts do not fit ${name}.hbs: ${z.prettifyError(parsed.error)}`);
    try {
      return template.render(factContext(template.shape, parsed.data));
    } catch (trouble) {
      throw new Error(`${name}.hbs cannot be rendered: ${(trouble as Error).message}`);
    }
  }

  /** SHA-256 in hex over a template and every partial it uses: a paper keeps it to say with which words it was made. */
  hashOf(name: string): string {
    const template = this.library.template(name);
    const hash = createHash('sha256');
    for (const part of [template, ...this.library.partialsOf(template)]) {
      hash.update(JSON.stringify([part.file, plainLines(part.text)]));
    }
    return hash.digest('hex');
  }

  private renderer(format: TemplateFormat): TemplateRenderer {
    const renderer = new TemplateRenderer(format);
    for (const [name, partial] of this.library.partials)
      if (partial.isClean) renderer.addPartial(name, partial.body);
    return renderer;
  }

  private prepare(template: LibraryTemplate): void {
    const faults = [...this.frontFaults(template), ...this.readFaults(template)];
    this.findings.push(...faults);
    const facts = template.front.facts ?? '';
    const schema = this.setting.facts[facts];
    const shape = this.shapes.get(facts);
    if (faults.length > 0 || !this.library.isUsable(template) || !schema || !shape) return;
    const render = this.renderers[template.front.format === 'text' ? 'text' : 'html'].rendering(
      template.body,
    );
    this.ready.set(template.name, { schema, shape, render });
  }

  private frontFaults({ file, front }: LibraryTemplate): Finding[] {
    const faults: Finding[] = [];
    const known = [...this.shapes.keys()].join(', ');
    if (front.facts === null) faults.push(`${file} 1:1 names no facts (known: ${known})`);
    else if (!this.shapes.has(front.facts)) {
      const near = nearestWord(front.facts, this.shapes.keys());
      faults.push(
        `${file} 1:1 ${front.facts} are no known facts (${near ? `did you mean ${near}?` : `known: ${known}`})`,
      );
    }
    if (front.format !== 'text' && front.format !== 'html') {
      faults.push(`${file} 1:1 format has to be text or html${front.format ? `, not ${front.format}` : ''}`);
    }
    return faults;
  }

  private readFaults(template: LibraryTemplate): Finding[] {
    const shape = this.shapes.get(template.front.facts ?? '');
    if (!shape || !this.library.isUsable(template)) return [];
    const name = template.front.facts ?? '';
    return new TemplateReading(this.library.partials).read(template, { name, shape });
  }

  private whyNot(name: string): string {
    if (!this.library.templates.has(name)) return `There is no template ${name}.hbs.`;
    return `${name}.hbs cannot be used: ${this.findings.join('; ')}`;
  }
}

function checkedShape(name: string, schema: z.ZodObject): FactShape {
  try {
    const shape = factShape(schema);
    const taken = factPaths(shape).find((path) => RESERVED_WORDS.has(path.split('.').at(-1) ?? ''));
    if (taken) throw new Error(`${taken} bears the name of a helper.`);
    return shape;
  } catch (trouble) {
    throw new Error(`Facts ${name}: ${(trouble as Error).message}`);
  }
}
