import { plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { type AssembledNarrative, Narratives } from '@demarche/narratives';
import { type PlanRow, PlanReading } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import type { PageModel } from '../../http/page-result';
import type { Mark } from '../../parts/mark';

const CALM = { shape: '○', tone: 'calm' } as const;
const WAITS = { shape: '◐', tone: 'wait' } as const;

/** Builds the list of the assessments: how far the narrative of each plan is. */
@Injectable()
export class AssessmentsModel {
  constructor(
    private readonly narratives: Narratives,
    private readonly plans: PlanReading,
  ) {}

  /** The narratives of the newest plans the actor may see, fifty of them. */
  async page(actor: Actor): Promise<PageModel> {
    const { rows, total } = await this.plans.list(actor);
    const shown = [];
    for (const row of rows) shown.push(await this.rowOf(actor, row));
    const some = total > rows.length ? `, the newest ${rows.length} shown` : '';
    return {
      title: 'Assessment',
      context: 'The interim assessment, one narrative a country.',
      act: null,
      summary: `${plural(total, { one: 'plan', many: 'plans' })}${some}`,
      rows: shown,
    };
  }

  private async rowOf(actor: Actor, { id, countryName, cycleName }: PlanRow) {
    const named = { href: `/plans/${id}/narrative`, country: countryName, cycle: cycleName };
    try {
      return { ...named, ...standingOf(await this.narratives.assemble(actor, id)) };
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return { ...named, told: '', words: null, mark: { ...CALM, word: 'No window yet' } satisfies Mark };
    }
  }
}

function standingOf({ passages, wordCount, opening, objections }: AssembledNarrative) {
  const told = `${passages.filter(({ hasNews }) => hasNews).length} of ${passages.length}`;
  return { told, words: wordCount, mark: markOf(opening.isOpen, objections.length) };
}

function markOf(isOpen: boolean, objections: number): Mark {
  if (objections > 0)
    return { shape: '▲', tone: 'bad', word: plural(objections, { one: 'objection', many: 'objections' }) };
  if (isOpen) return { ...WAITS, word: 'Word of measure open' };
  return { shape: '●', tone: 'good', word: 'Can be read' };
}
