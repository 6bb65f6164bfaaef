import type { Actor } from '@demarche/access';
import { printedCableNumber } from '@demarche/cables';
import { CableHeaders } from '@demarche/papers';
import { PlanReading } from '@demarche/plans';
import { choicesOf, codesOf, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';

const TITLE = 'Header of the cable';

/** Builds the form for what stands in the header of a plan's cables. */
@Injectable()
export class CableHeaderModel {
  constructor(
    private readonly headers: CableHeaders,
    private readonly plans: PlanReading,
  ) {}

  /** The form with the header as it is; `typed` is one that was refused, and may rest on a version that is gone. */
  async page(actor: Actor, planId: string, typed?: FormBody): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    actor.must('draft-plan');
    const header = await this.headers.of(actor, planId);
    const seen = typed && oneOf(typed.version);
    return {
      title: TITLE,
      context: `${view.country.name}, ${view.cycle.name}. Every cable made from now on has it; papers made before keep theirs.`,
      marking: bannerOfPlan(view, []),
      trail: trailTo(view, { label: TITLE, href: null }),
      planId,
      origin: wordFor('header-origin', header.origin),
      version: header.version,
      isStale: seen !== undefined && seen !== String(header.version),
      precedences: choicesOf('precedence', codesOf('precedence')),
      form: freshForm({
        precedence: header.precedence,
        captions: header.captions.join(', '),
        tags: header.tags.join(', '),
        references: header.references.map(printedCableNumber).join('\n'),
      }),
    };
  }
}
