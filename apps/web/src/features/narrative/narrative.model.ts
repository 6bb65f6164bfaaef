import { choicesOf } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { type AssembledNarrative, Narratives, SCALE_WORDS } from '@demarche/narratives';
import { KeptPapers } from '@demarche/papers';
import { Efforts, Statistics } from '@demarche/progress';
import { PlanReading, type PlanView } from '@demarche/plans';
import { weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import { type PageModel, Shown } from '../../http/views/page-result';
import { bannerOfPlan } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { apartOf } from './left-apart';
import { sheetOf } from './narrative-sheet';

const TITLE = 'Interim assessment';

/** Builds the page of a plan's narrative: the sheet, what each sentence rests on, and what was left out. */
@Injectable()
export class NarrativeModel {
  constructor(
    private readonly narratives: Narratives,
    private readonly plans: PlanReading,
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
    private readonly papers: KeptPapers,
  ) {}

  /** The narrative as it reads now; where no window is known, a page that says so and what to do. */
  async page(actor: Actor, planId: string): Promise<PageModel | Shown> {
    const view = await this.plans.open(actor, planId);
    try {
      return await this.sheet(actor, view);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const model = { ...headOf(view), reason: error.message, mayManage: actor.can('manage-register') };
      return new Shown(model, { status: 409, view: 'narrative/none' });
    }
  }

  /** The same page with the form for the word of measure as it was sent. */
  async again(actor: Actor, planId: string, typed: FormBody): Promise<PageModel> {
    return this.sheet(actor, await this.plans.open(actor, planId), typed);
  }

  private async sheet(actor: Actor, view: PlanView, typed?: FormBody): Promise<PageModel> {
    const planId = view.plan.id;
    const narrative = await this.narratives.assemble(actor, planId);
    const efforts = new Map((await this.efforts.of(actor, planId)).map((effort) => [effort.id, effort]));
    const figures = await this.statistics.of(actor, planId);
    const statistics = new Map(figures.map((figure) => [figure.id, figure]));
    return {
      ...headOf(view),
      marking: bannerOfPlan(
        view,
        [...efforts.values()].map(({ marking }) => marking),
      ),
      window: windowOf(narrative),
      wordCount: narrative.wordCount,
      opening: narrative.opening,
      ...sheetOf(narrative, { efforts, statistics }),
      ...apartOf(narrative),
      papers: await this.papersOf(actor, planId),
      ...this.choosing(actor, narrative, typed),
    };
  }

  private async papersOf(actor: Actor, planId: string) {
    const papers = (await this.papers.of(actor, planId)).filter(({ kind }) => kind === 'interim-assessment');
    return papers.map(({ id, title, madeAt }) => ({ title, madeAt, href: `/papers/${id}` }));
  }

  private choosing(actor: Actor, { opening, version }: AssembledNarrative, typed?: FormBody) {
    const seen = typed && oneOf(typed.version);
    return {
      mayChoose: actor.can('edit-narrative'),
      mayMakePaper: actor.can('generate-paper'),
      version,
      isStale: seen !== undefined && seen !== String(version),
      scale: choicesOf('scale', SCALE_WORDS),
      form: freshForm({ scaleWord: opening.scaleWord ?? '' }),
    };
  }
}

function headOf(view: PlanView) {
  return {
    title: TITLE,
    context: `${view.country.name}, ${view.cycle.name}: what the government did about the high-priority recommendations.`,
    act: null,
    trail: trailTo(view, { label: TITLE, href: null }),
    planId: view.plan.id,
    country: view.country.name,
  };
}

function windowOf({ window, asOf }: AssembledNarrative) {
  const until = window.until === null ? 'no cut-off entered yet' : weekdayDate(window.until);
  return { from: weekdayDate(window.from), until, asOf: weekdayDate(asOf), source: window.source };
}
