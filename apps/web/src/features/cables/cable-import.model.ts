import { choicesOf, plural, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { type CableCheck, PLACEMENT_REASONS, PlanReading, CableChecking } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { anomaliesOf, recommendationGroupsOf, headerOf, paragraphsOf, problemsOf } from './cable-check-rows';
import { bannerFor } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { RegisterChoices } from '../../parts/register-choices';

const TRAIL = [
  { label: 'Plans', href: '/plans' },
  { label: 'From a cable', href: null },
];

/** Builds the two pages that turn a cable into a plan: where it is given, and where it is checked. */
@Injectable()
export class CableImportModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly cables: CableChecking,
    private readonly choices: RegisterChoices,
  ) {}

  /** The page on which a cable is pasted or chosen. Throws Forbidden for those who may not import. */
  asking(actor: Actor): PageModel {
    actor.must('import-cable');
    return { title: 'Make a plan from a cable', trail: TRAIL, form: freshForm() };
  }

  /** The check page of a text; `typed` is a confirmation that was refused. Throws Invalid for a text that is no cable. */
  async checking(actor: Actor, text: string, typed?: FormBody): Promise<PageModel> {
    const check = await this.cables.check(actor, text);
    const { cable, recommendations, problems } = check;
    const count = plural(recommendations.length, { one: 'recommendation', many: 'recommendations' });
    return {
      title: 'Check what the cable says',
      context: `${nameOf(cable)}: nothing has been created yet.`,
      trail: TRAIL,
      marking: bannerFor([check.marking]),
      ...readOf(check, count),
      isBlocked: problems.some(({ weight, field }) => weight === 'stops' && field === 'text'),
      existing: check.existing && { title: check.existing.title, href: `/plans/${check.existing.id}` },
      choices: {
        countries: await this.choices.countries(),
        cycles: await this.choices.cycles(),
        reasons: choicesOf('placement', PLACEMENT_REASONS),
      },
      text,
      button: `Create the plan with ${count}`,
      form: freshForm(typed ?? foundIn(check)),
    };
  }

  /** The cable a plan was made from, as it was read. Throws NotFound for a plan from blank or out of reach. */
  async source(actor: Actor, planId: string): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const { cableNumber, text, readAt } = await this.plans.source(actor, planId);
    return {
      title: `Cable ${cableNumber}`,
      context: `The plan for ${view.country.name} was made from it. It is kept as it was read.`,
      marking: bannerFor([view.plan.marking]),
      trail: trailTo(view, { label: `Cable ${cableNumber}`, href: null }),
      readAt,
      text,
    };
  }
}

/** A cable as a page calls it; a draft has no number yet. */
function nameOf(cable: CableCheck['cable']): string {
  return cable.number === null ? 'Draft of a cable' : `Cable ${cable.number}`;
}

function readOf(check: CableCheck, count: string) {
  const { cable } = check;
  const paragraphs = plural(cable.paragraphs.length, { one: 'paragraph', many: 'paragraphs' });
  const points = plural(cable.talkingPoints.length, { one: 'talking point', many: 'talking points' });
  return {
    summary: `${count}, ${paragraphs}, ${points}`,
    number: cable.number ?? 'none yet',
    sentAt: cable.dateTimeGroup,
    header: headerOf(cable),
    groups: recommendationGroupsOf(check.recommendations),
    problems: problemsOf(check.problems),
    odd: { count: cable.anomalies.length, kinds: anomaliesOf(cable.anomalies) },
    paragraphs: paragraphsOf(cable.paragraphs),
    talkingPoints: cable.talkingPoints,
    post: check.post?.name ?? null,
    planTitle: check.title,
    markingOfPlan: check.marking,
    hints: {
      country: check.countryBy && wordFor('country-by', check.countryBy),
      cycle: check.cycle && check.cycleYear ? wordFor('cycle-by', check.cycleYear.by) : null,
    },
  };
}

function foundIn({ country, cycle, placementReason }: CableCheck): FormBody {
  return {
    countryId: country?.id ?? '',
    cycleId: cycle?.id ?? '',
    placementReason: placementReason ?? '',
  };
}
