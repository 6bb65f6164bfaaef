import { SETTINGS, type Settings } from '@demarche/base';
import { type FactWord, loadTemplates, TemplateEngine } from '@demarche/formats';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CableFacts } from './cable.facts';
import { InterimAssessmentFacts } from './interim-assessment.facts';
import { NonPaperFacts } from './non-paper.facts';
import { PAPER_KINDS, type PaperKind } from './paper-kind';
import { TalkingPointsFacts } from './talking-points.facts';

/** The facts schema of each kind: type, check at boot and list of words at once. */
export const PAPER_FACTS = {
  cable: CableFacts,
  'talking-points': TalkingPointsFacts,
  'non-paper': NonPaperFacts,
  'interim-assessment': InterimAssessmentFacts,
} as const;

/** Words papers by their templates, which an officer may edit. */
@Injectable()
export class PaperWords implements OnModuleInit {
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

  /** The paper text of a kind. Throws when the facts do not fit, which is a fault of the program. */
  render(kind: PaperKind, facts: unknown): string {
    return this.engine.render(kind, facts);
  }

  /** Which words made it: the hash of the template with its partials. */
  hashOf(kind: PaperKind): string {
    return this.engine.hashOf(kind);
  }

  /** The words a template may use, for the page that helps its author. */
  wordsYouMayUse(kind: PaperKind): FactWord[] {
    return this.engine.wordsOf(kind);
  }
}
