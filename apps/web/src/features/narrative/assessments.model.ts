import { plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { ROWS_A_PAGE } from '@demarche/base';
import { type NarrativeStanding, NarrativeStandings } from '@demarche/narratives';
import { type PlanRow, PlanReading } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import type { PageModel } from '../../http/views/page-result';
import type { FormBody } from '../../http/forms/forms';
import { pagingOf } from '../../parts/address';
import type { Mark } from '../../parts/mark';
import { pageNumber } from '../../parts/paging';

const CALM = { shape: '○', tone: 'calm' } as const;
const WAITS = { shape: '◐', tone: 'wait' } as const;

/** A narrative rests on all that was logged on its plan, so a page holds fewer of them than of plans. */
const PARTS_OF_A_PAGE = 2;
const ROWS_SHOWN = ROWS_A_PAGE / PARTS_OF_A_PAGE;

/** Builds the list of the assessments: how far the narrative of each plan is. */
@Injectable()
export class AssessmentsModel {
  constructor(
    private readonly standings: NarrativeStandings,
    private readonly plans: PlanReading,
  ) {}

  /** One page of the narratives of the plans the actor may see, newest cycle first; only these are put together. */
  async page(actor: Actor, query: FormBody = {}): Promise<PageModel> {
    const asked = pageNumber(query.page);
    const { rows, total } = await this.plans.list(actor, { page: Math.ceil(asked / PARTS_OF_A_PAGE) });
    const first = ((asked - 1) % PARTS_OF_A_PAGE) * ROWS_SHOWN;
    const listed = rows.slice(first, first + ROWS_SHOWN);
    const standings = await this.standings.of(actor, listed);
    const pages = Math.max(1, Math.ceil(total / ROWS_SHOWN));
    return {
      title: 'Assessment',
      context: 'The interim assessment, one narrative a country.',
      act: null,
      summary: plural(total, { one: 'plan', many: 'plans' }),
      rows: listed.map((row) => rowOf(row, standings.get(row.id))),
      paging: pagingOf('/assessments', {}, { page: asked, pages }),
    };
  }
}

function rowOf({ id, countryName, cycleName }: PlanRow, standing: NarrativeStanding | undefined) {
  const named = { href: `/plans/${id}/narrative`, country: countryName, cycle: cycleName };
  if (!standing)
    return { ...named, told: '', words: null, mark: { ...CALM, word: 'No window yet' } satisfies Mark };
  const told = `${standing.withNews} of ${standing.passages}`;
  return { ...named, told, words: standing.wordCount, mark: markOf(standing) };
}

function markOf({ isOpen, objections }: NarrativeStanding): Mark {
  if (objections > 0)
    return { shape: '▲', tone: 'bad', word: plural(objections, { one: 'objection', many: 'objections' }) };
  if (isOpen) return { ...WAITS, word: 'Word of measure open' };
  return { shape: '●', tone: 'good', word: 'Can be read' };
}
