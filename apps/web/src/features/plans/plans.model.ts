import { type Choice, choicesOf } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, localDateOf, WASHINGTON_ZONE } from '@demarche/base';
import {
  PLACEMENT_REASONS,
  type PlanFilter,
  PlanFilterInput,
  type PlanRow,
  PlanReading,
} from '@demarche/plans';
import { MARKINGS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { RegisterChoices } from '../../parts/register-choices';
import { addressOf, filterOf, pagingOf } from '../../parts/address';
import { sortHeads } from '../../parts/sort-heads';

/** The report comes out in June: until then the cycle of the year before is the one people work in. */
const FIRST_MONTH_OF_CYCLE = 6;

const PATH = '/plans';
const USUAL = '-cycle';
const HEADS = [
  { key: 'plan', label: 'Plan' },
  { key: 'cycle', label: 'Cycle' },
  { key: 'post', label: 'Post' },
  { key: 'high', label: 'High priority', isNumber: true },
  { key: 'other', label: 'Other', isNumber: true },
  { key: 'started', label: 'Started' },
];

/** Builds the list of plans and the page on which one is started from blank. */
@Injectable()
export class PlansModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly choices: RegisterChoices,
    private readonly clock: Clock,
  ) {}

  /** The plans a person may see, narrowed as the address says. Throws Invalid for a filter that is none. */
  async list(actor: Actor, query: FormBody): Promise<PageModel> {
    const filter = filterOf(PlanFilterInput, query);
    const { rows, total, page, pages } = await this.plans.list(actor, filter);
    const [countries, cycles] = [await this.choices.countries(), await this.choices.cycles()];
    const { countryId, cycleId, sort } = filter;
    const address = { countryId, cycleId, sort };
    return {
      title: 'Plans',
      act: actor.can('draft-plan') ? { href: '/plans/new', label: 'Start a plan' } : null,
      canImport: actor.can('import-cable'),
      rows: rows.map(rowOf),
      total,
      sort: sort ?? null,
      heads: sortHeads(HEADS, { path: PATH, address, sort: sort ?? USUAL }),
      paging: pagingOf(PATH, address, { page, pages }),
      choices: { countries, cycles },
      chips: chipsOf(filter, { countries, cycles }),
      form: freshForm({ countryId, cycleId }),
    };
  }

  /** The form that starts a plan; a country may be given in the address. */
  async blank(actor: Actor, query: FormBody = {}): Promise<PageModel> {
    actor.must('draft-plan');
    return {
      title: 'Start a plan',
      trail: [
        { label: 'Plans', href: '/plans' },
        { label: 'Start a plan', href: null },
      ],
      canImport: actor.can('import-cable'),
      choices: {
        countries: await this.choices.countries(),
        cycles: await this.choices.cycles(),
        reasons: choicesOf('placement', PLACEMENT_REASONS),
        markings: choicesOf('portion-mark', MARKINGS),
      },
      form: freshForm({ countryId: oneOf(query.country), cycleId: this.presentCycle(), marking: 'SBU' }),
    };
  }

  private presentCycle(): string {
    const [year = '', month = ''] = this.clock.today(WASHINGTON_ZONE).split('-');
    return Number(month) >= FIRST_MONTH_OF_CYCLE ? year : String(Number(year) - 1);
  }
}

function rowOf(row: PlanRow) {
  return { ...row, href: `/plans/${row.id}`, startedOn: localDateOf(row.createdAt, WASHINGTON_ZONE) };
}

function chipsOf(filter: PlanFilter, choices: { countries: Choice[]; cycles: Choice[] }) {
  const { countryId, cycleId, sort } = filter;
  const nameIn = (list: Choice[], value: string) =>
    list.find((choice) => choice.value === value)?.label ?? value;
  return [
    ...(countryId
      ? [
          {
            label: `Country: ${nameIn(choices.countries, countryId)}`,
            remove: addressOf(PATH, { cycleId, sort }),
          },
        ]
      : []),
    ...(cycleId
      ? [{ label: `Cycle: ${nameIn(choices.cycles, cycleId)}`, remove: addressOf(PATH, { countryId, sort }) }]
      : []),
  ];
}
