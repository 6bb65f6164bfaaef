import { choicesOf, brief } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { DEADLINE_KINDS } from '@demarche/deadlines';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { DeadlineOwners } from './deadline-owners';
import { naturesToSay } from './deadline-forms';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';

const TITLE = 'Set a deadline';
const WASHINGTON = { value: 'washington', label: 'Washington' };

/** Builds the page on which a deadline of a plan is set. */
@Injectable()
export class NewDeadlineModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly owners: DeadlineOwners,
  ) {}

  /** The form for a plan; `recommendationId` is chosen beforehand where a person came from a recommendation. */
  async page(actor: Actor, planId: string, recommendationId = ''): Promise<PageModel> {
    actor.must('set-deadline');
    const view = await this.plans.open(actor, planId);
    const kind = recommendationId === '' ? 'other' : 'recommendation';
    const place = view.plan.postId ?? WASHINGTON.value;
    return {
      title: TITLE,
      context: `${view.country.name}, ${view.cycle.name}`,
      act: null,
      marking: bannerOfPlan(view),
      trail: trailTo(
        view,
        { label: 'Deadlines', href: `/deadlines?plan=${planId}` },
        { label: TITLE, href: null },
      ),
      planId,
      choices: {
        kinds: choicesOf('deadline-kind', DEADLINE_KINDS),
        recommendations: recommendationChoicesOf(view),
        places: placesOf(view),
        natures: naturesToSay(),
        owners: await this.owners.around(actor, view.plan.postId),
      },
      form: freshForm({ kind, recommendationId, place, nature: 'entered' }),
    };
  }
}
function recommendationChoicesOf({ standing }: PlanView) {
  return standing.map((recommendation) => ({
    value: recommendation.id,
    label: `${recommendation.label} ${brief(recommendation.text)}`,
  }));
}

function placesOf({ post }: PlanView) {
  return post ? [{ value: post.id, label: post.name }, WASHINGTON] : [WASHINGTON];
}
