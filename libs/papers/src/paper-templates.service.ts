import { SETTINGS, type Settings } from '@demarche/base';
import { loadTemplates, TemplateEngine } from '@demarche/formats';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PAPER_FACTS } from './kinds/paper-kinds.service';
import { PAPER_KINDS, type PaperKind } from './paper-kind';
import { linesOf } from './text/paper-line';

/** Words papers by their templates, which an officer may edit. */
@Injectable()
export class PaperTemplates implements OnModuleInit {
  private readonly engine: TemplateEngine;

  constructor(@Inject(SETTINGS) settings: Settings) {
    const sources = loadTemplates(settings.templatesFolder, PAPER_KINDS);
    this.engine = new TemplateEngine({ sources, facts: PAPER_FACTS });
  }

  /** Stops the boot when a template says something that its facts do not know; the message is the list of findings. */
  onModuleInit(): void {
    const findings = this.engine.check();
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  /** The paper text of a kind, one block a line. Throws when the facts do not fit, which is a fault of the program. */
  render(kind: PaperKind, facts: unknown): string {
    return tidied(this.engine.render(kind, facts));
  }

  /** Which words made it: the hash of the template with its partials. */
  hashOf(kind: PaperKind): string {
    return this.engine.hashOf(kind);
  }
}

/** One block a line and nothing else: templates leave blanks and empty lines where their conditions stand. */
function tidied(rendered: string): string {
  return `${linesOf(rendered)
    .map(({ text }) => text)
    .join('\n')}\n`;
}
