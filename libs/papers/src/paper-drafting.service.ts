import type { Actor } from '@demarche/access';
import { cleanText } from '@demarche/base';
import { PlanReading } from '@demarche/plans';
import type { Marking } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { PaperKinds } from './kinds/paper-kinds.service';
import type { NewPaper } from './paper-kind';
import { PaperTemplates } from './paper-templates.service';
import { singleSpaced } from './text/paper-line';
import { parsePaperText } from './text/paper-text';
import { mustBePrintable } from './text/unprintable';

/** A paper before it is kept. */
export interface PaperDraft {
  text: string;
  templateHash: string;
  facts: unknown;
  marking: Marking | null;
}

/** Words a paper and lets nothing through that its kind must not say. */
@Injectable()
export class PaperDrafting {
  constructor(
    private readonly plans: PlanReading,
    private readonly kinds: PaperKinds,
    private readonly templates: PaperTemplates,
  ) {}

  /** A draft of the paper. Throws NotFound, Conflict when the plan is not ready, Invalid with the place when it may not say that. */
  async draft(actor: Actor, { planId, kind }: NewPaper): Promise<PaperDraft> {
    const view = await this.plans.open(actor, planId);
    const definition = this.kinds.of(kind);
    const { facts: gathered, marking } = await definition.gather(actor, view);
    const facts = onOneLine(gathered);
    const text = this.templates.render(kind, facts);
    const blocks = parsePaperText(text);
    mustBePrintable(blocks);
    await definition.check(actor, view, blocks);
    return { text, templateHash: this.templates.hashOf(kind), facts, marking };
  }
}

/** Every text of the facts clean and on one line, so that no fact can begin a line of the paper. */
function onOneLine(fact: unknown): unknown {
  if (typeof fact === 'string') return singleSpaced(cleanText(fact));
  if (Array.isArray(fact)) return fact.map(onOneLine);
  if (fact === null || typeof fact !== 'object') return fact;
  return Object.fromEntries(Object.entries(fact).map(([name, inner]) => [name, onOneLine(inner)]));
}
