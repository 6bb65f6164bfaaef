import { choicesOf } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { PlanReading, type Recommendation } from '@demarche/plans';
import { MARKINGS, PILLARS, PRIORITIES } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { bannerFor } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { headingOf } from './recommendation.model';

/** A field that somebody else saved differently in the meantime. */
interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

/** Builds the forms that add, reword and drop a recommendation. */
@Injectable()
export class RecommendationForms {
  constructor(private readonly plans: PlanReading) {}

  /** The form of a further recommendation. Throws Forbidden for those who may not draft. */
  async blank(actor: Actor, planId: string): Promise<PageModel> {
    actor.must('draft-plan');
    const view = await this.plans.open(actor, planId);
    const title = 'Add a recommendation';
    return {
      title,
      context: `${view.country.name}, ${view.cycle.name}`,
      planId,
      trail: trailTo(view, { label: title, href: null }),
      marking: bannerFor([view.plan.marking]),
      choices: {
        priorities: choicesOf('priority', PRIORITIES),
        pillars: choicesOf('pillar', PILLARS),
        markings: choicesOf('portion-mark', MARKINGS),
      },
      form: freshForm({ marking: view.plan.marking }),
    };
  }

  /** The form that changes a wording; `typed` is one that was refused, and may rest on a version that is gone. */
  async rewording(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const { recommendation, head } = await this.drafted(actor, id);
    const { text, note, version } = recommendation;
    return {
      ...head,
      title: `Change the wording of ${head.label}`,
      version,
      theirs: isStale(recommendation, typed) ? differences(recommendation, typed ?? {}) : null,
      takeTheirs: `/recommendations/${id}`,
      form: freshForm({ text, note: note ?? '' }),
    };
  }

  /** The form that drops a recommendation. */
  async dropping(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const { recommendation, head } = await this.drafted(actor, id, 'Drop');
    return {
      ...head,
      title: `Drop recommendation ${head.label}`,
      version: recommendation.version,
      isStale: isStale(recommendation, typed),
      recommendation: { text: recommendation.text, marking: recommendation.marking },
      form: freshForm(),
    };
  }

  /** The form that brings a dropped recommendation back. */
  async restoring(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const { recommendation, head } = await this.drafted(actor, id, 'Restore');
    return {
      ...head,
      title: `Restore recommendation ${head.label}`,
      version: recommendation.version,
      isStale: isStale(recommendation, typed),
      recommendation: {
        text: recommendation.text,
        marking: recommendation.marking,
        droppedOn: recommendation.droppedOn,
        why: recommendation.dropReason,
      },
      form: freshForm(),
    };
  }

  private async drafted(actor: Actor, id: string, step = 'Change') {
    const recommendation = await this.plans.recommendation(actor, id);
    actor.must('draft-plan');
    const view = await this.plans.open(actor, recommendation.planId);
    const { trail, ...head } = headingOf(view, recommendation);
    const label = trail.at(-1)?.label ?? '';
    const steps = trailTo(view, { label, href: `/recommendations/${id}` }, { label: step, href: null });
    return {
      recommendation,
      head: { ...head, label, id, trail: steps, isDropped: recommendation.droppedOn !== null },
    };
  }
}

function isStale({ version }: Recommendation, typed: FormBody | undefined): boolean {
  const seen = typed && oneOf(typed.version);
  return seen !== undefined && seen !== String(version);
}

function differences(recommendation: Recommendation, typed: FormBody): Difference[] {
  const fields: Difference[] = [
    { label: 'Wording', theirs: recommendation.text, mine: oneOf(typed.text) ?? '' },
    { label: 'Note for the post', theirs: recommendation.note ?? '', mine: oneOf(typed.note) ?? '' },
  ];
  return fields.filter(({ theirs, mine }) => theirs !== mine);
}
