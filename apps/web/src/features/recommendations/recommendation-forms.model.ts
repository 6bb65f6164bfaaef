import { choicesOf } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { PlanReading, type Recommendation } from '@demarche/plans';
import { MARKINGS, PILLARS, PRIORITIES } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
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
      context: `${view.country.name}, ${view.cycle.name}.`,
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
    const { asked, head } = await this.drafted(actor, id);
    const { text, note, version } = asked;
    return {
      ...head,
      title: `Change the wording of ${head.label}`,
      version,
      theirs: isStale(asked, typed) ? differences(asked, typed ?? {}) : null,
      takeTheirs: `/recommendations/${id}`,
      form: freshForm({ text, note: note ?? '' }),
    };
  }

  /** The form that drops a recommendation. */
  async dropping(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const { asked, head } = await this.drafted(actor, id);
    return {
      ...head,
      title: `Drop recommendation ${head.label}`,
      version: asked.version,
      isStale: isStale(asked, typed),
      asked: { text: asked.text, marking: asked.marking },
      form: freshForm(),
    };
  }

  /** The form that brings a dropped recommendation back. */
  async restoring(actor: Actor, id: string, typed?: FormBody): Promise<PageModel> {
    const { asked, head } = await this.drafted(actor, id);
    return {
      ...head,
      title: `Restore recommendation ${head.label}`,
      version: asked.version,
      isStale: isStale(asked, typed),
      asked: { text: asked.text, marking: asked.marking, droppedOn: asked.droppedOn, why: asked.dropReason },
      form: freshForm(),
    };
  }

  private async drafted(actor: Actor, id: string) {
    const asked = await this.plans.recommendation(actor, id);
    actor.must('draft-plan');
    const view = await this.plans.open(actor, asked.planId);
    const { trail, ...head } = headingOf(view, asked);
    const label = trail.at(-1)?.label ?? '';
    const steps = trailTo(view, { label, href: `/recommendations/${id}` }, { label: 'Change', href: null });
    return { asked, head: { ...head, label, id, trail: steps, isDropped: asked.droppedOn !== null } };
  }
}

function isStale({ version }: Recommendation, typed: FormBody | undefined): boolean {
  const seen = typed && oneOf(typed.version);
  return seen !== undefined && seen !== String(version);
}

function differences(asked: Recommendation, typed: FormBody): Difference[] {
  const fields: Difference[] = [
    { label: 'Wording', theirs: asked.text, mine: oneOf(typed.text) ?? '' },
    { label: 'Note for the post', theirs: asked.note ?? '', mine: oneOf(typed.note) ?? '' },
  ];
  return fields.filter(({ theirs, mine }) => theirs !== mine);
}
