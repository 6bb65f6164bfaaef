import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SETTINGS, type Settings } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { VIEW_HELPERS } from './view-helpers';
import { strictView } from './view-strictness';

const FOLDER = join('apps', 'web', 'views');
const ENDING = '.hbs';

/** The pages' own Handlebars: every view is read once at the start, strict, with our helpers and no others. */
@Injectable()
export class ViewEngine {
  private readonly handlebars = Handlebars.create();
  private readonly views = new Map<string, HandlebarsTemplateDelegate>();
  private readonly sources = new Map(sources());

  /** Under test a name that a model lacks is an error everywhere; for people it stays a blank inside a condition. */
  constructor(@Inject(SETTINGS) { environment }: Pick<Settings, 'environment'>) {
    for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing'])
      this.handlebars.unregisterHelper(name);
    this.handlebars.registerHelper(VIEW_HELPERS);
    const knownHelpers = Object.fromEntries(Object.keys(VIEW_HELPERS).map((name) => [name, true]));
    for (const [name, source] of this.sources) {
      const template = this.handlebars.compile(environment === 'test' ? strictView(source) : source, {
        strict: true,
        knownHelpersOnly: true,
        // Texts that people typed stand in partials: an indented call must not indent them too.
        preventIndent: true,
        knownHelpers,
      });
      if (name.startsWith('partials/'))
        this.handlebars.registerPartial(name.slice('partials/'.length), template);
      this.views.set(name, template);
    }
  }

  /** The labels of the fields that a person types into on a view, by name; choices are worded by their page alone. */
  labelsOf(view: string | undefined): Map<string, string> {
    const source = this.sources.get(view ?? '') ?? '';
    const partials = [...source.matchAll(PARTIAL)].map(
      ([, name]) => this.sources.get(`partials/${name}`) ?? '',
    );
    return new Map([source, ...partials].flatMap(labelsIn));
  }

  /** Renders a view by its path below the views folder, without the ending. Throws on an unknown view or name. */
  render(view: string, model: object): string {
    const template = this.views.get(view);
    if (!template) throw new Error(`There is no view ${view}.`);
    try {
      return template(model, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (error) {
      throw new Error(`The view ${view} cannot be shown: ${String(error)}`, { cause: error });
    }
  }
}

const PARTIAL = /\{\{>\s*([\w-]+)/g;
const TYPED_FIELD = /\{\{>\s*(?:text|area)-field\b[^}]*\bname="(\w+)"[^}]*\blabel="([^"]*)"/g;

const labelsIn = (source: string): [string, string][] =>
  [...source.matchAll(TYPED_FIELD)].map(([, name = '', label = '']) => [name, label]);

function sources(): [string, string][] {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((file) =>
    file.name.endsWith(ENDING),
  );
  return files.map((file) => {
    const path = join(file.parentPath, file.name);
    const name = relative(FOLDER, path).slice(0, -ENDING.length).replaceAll('\\', '/');
    return [name, readFileSync(path, 'utf8')];
  });
}
