import { wordFor, CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { Clock, localDateOf, WASHINGTON_ZONE } from '@demarche/base';
import { KeptPapers, PaperReading, type PaperView } from '@demarche/papers';
import { PlanReading } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { trailTo } from '../../parts/trail';
import { changesInWords } from '../../parts/paper-changes';
import { openSlotsOf, settlingOf, shownSheet } from './paper-sheet';
import { releasePanel } from '../../parts/release-panel';
import { ageOf } from '../../parts/age';

const HASH_SHOWN = 12;
const NOBODY_YET = { proposedBy: null, confirmedBy: null, refusedBy: null };

/** Builds the page of a paper: the sheet itself, and whether it is what should go out. */
@Injectable()
export class PaperModel {
  constructor(
    private readonly papers: KeptPapers,
    private readonly reading: PaperReading,
    private readonly plans: PlanReading,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** The whole page. Throws NotFound for a paper of another post's plan as for a missing one. */
  async page(actor: Actor, id: string): Promise<PageModel> {
    const view = await this.reading.read(actor, id);
    const plan = await this.plans.open(actor, view.plan.id);
    return {
      ...headOf(view),
      sheet: shownSheet(view),
      openSlots: openSlotsOf(view),
      settling: settlingOf(view),
      notes: view.notes,
      look: view.form.look,
      banner: view.banner,
      facts: this.factsOf(view),
      files: filesOf(view),
      changes: changesInWords(await this.papers.changesSince(actor, view, plan)),
      others: await this.others(actor, view),
      release: await this.release(actor, view),
      header: hasHeader(view) && actor.can('draft-plan') ? `/plans/${plan.plan.id}/cable-header` : null,
      can: { generate: actor.can('generate-paper') },
      form: freshForm(),
    };
  }

  private factsOf({ paper, madeByName }: PaperView) {
    return {
      madeAt: paper.madeAt,
      age: ageOf(localDateOf(paper.madeAt, WASHINGTON_ZONE), this.clock.today(WASHINGTON_ZONE)),
      madeByName,
      hash: paper.textHash.slice(0, HASH_SHOWN),
      templateHash: paper.templateHash.slice(0, HASH_SHOWN),
    };
  }

  private async others(actor: Actor, { paper }: PaperView) {
    const made = await this.papers.of(actor, paper.planId);
    return made
      .filter(({ kind, id }) => kind === paper.kind && id !== paper.id)
      .map(({ id, title, madeAt, number }) => ({
        href: `/papers/${id}`,
        title,
        madeAt,
        isNewer: number > paper.number,
      }));
  }

  private async release(actor: Actor, { standing }: PaperView) {
    const { proposedBy, confirmedBy, refusedBy } = standing.release ?? NOBODY_YET;
    const ids = [proposedBy, confirmedBy, refusedBy].filter((id) => id !== null);
    const people = await this.users.namedAll(ids);
    return releasePanel(actor, standing, (id) => people.get(id ?? '')?.name ?? CLOSED_ACCOUNT);
  }
}

/** A paper with header lines has a form where they are set. */
const hasHeader = ({ blocks }: PaperView) => blocks.some(({ kind }) => kind === 'field');

function headOf(view: PaperView) {
  const { paper, country, cycle, plan, title, banner } = view;
  return {
    id: paper.id,
    planId: plan.id,
    kind: paper.kind,
    tellsOfItself: view.form.tellsOfItself,
    title: `${country.name}: ${title}`,
    context: `Cycle ${cycle.name}. ${wordFor('paper-use', paper.kind)}`,
    marking: banner ?? 'UNCLASSIFIED',
    // Where no marking stands on the sheet, the frame's own must not come back in print.
    printsAs: banner === null ? 'bare' : 'sheet',
    trail: trailTo(view, { label: title, href: null }),
  };
}

function filesOf({ paper, form }: PaperView) {
  return form.formats.map((format) => ({
    href: `/papers/${paper.id}/file.${format}`,
    label: wordFor('paper-form', format),
  }));
}
