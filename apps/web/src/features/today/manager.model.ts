import { WASHINGTON_ZONE } from '@demarche/base';
import { plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { DeadlineBoard } from '@demarche/deadlines';
import { type NamedPlan, PlansInForce } from '@demarche/plans';
import { Review } from '@demarche/review';
import { NEWS_DAYS, SOON_DAYS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { Shown } from '../../http/views/page-result';
import { boardRow } from '../../parts/deadline-row';
import { bannerFor } from '../../parts/banner';
import { comingInWords } from './coming-plans';
import { newsInWords } from './news-words';
import { waitingList } from './releases';
import { biteInWords, ListYears, rowInWords } from './list-years';
import { type Standing, Standings } from '../../parts/standings';

const MOST = 10;

/** Builds the home of a manager: who is late, who will be, and who has fallen silent. */
@Injectable()
export class ManagerHome {
  constructor(
    private readonly plans: PlansInForce,
    private readonly deadlines: DeadlineBoard,
    private readonly standings: Standings,
    private readonly review: Review,
    private readonly listYears: ListYears,
  ) {}

  /** The home of a manager. */
  async page(actor: Actor): Promise<Shown> {
    const { rows: plans, coming } = await this.plans.today(actor, WASHINGTON_ZONE);
    const standings = await this.standings.of(actor, plans);
    const silent = silentIn(plans, standings);
    const late = await this.deadlines.board(actor, { state: 'overdue' });
    const nearing = await this.deadlines.board(actor, { state: 'nearing' });
    const years = await this.listYears.upTo(Number(plans[0]?.cycleId ?? 0));
    const tally = await this.deadlines.tally(actor, { state: 'open' });
    return new Shown(
      {
        title: 'Today',
        context: plans[0] ? `Cycle ${plans[0].cycleName}: ${plural(plans.length, COUNTRIES)}` : null,
        act: null,
        marking: bannerFor(silent.map(({ portion }) => portion)),
        numbers: numbersOf(tally.overdue, tally.due + tally.soon, silent.length),
        matrix: matrixOf(plans, standings, years),
        bite: biteInWords(plans.map(({ countryId }) => years.get(countryId))),
        late: late.slice(0, MOST).map(boardRow),
        nearing: nearing.slice(0, MOST).map(boardRow),
        silent,
        coming: comingInWords(coming),
        news: newsInWords([...standings.values()].flat()),
        waiting: waitingList(await this.review.awaiting(actor)),
      },
      { view: 'today/manager' },
    );
  }
}

const COUNTRIES = { one: 'country', many: 'countries' };
/** Three numbers, each with the words that follow it and the list behind it. */
function numbersOf(late: number, nearing: number, silent: number) {
  const after = (number: number, one: string, many: string) => (number === 1 ? one : many);
  return [
    {
      href: '/deadlines?state=overdue',
      number: late,
      words: after(late, 'deadline is late', 'deadlines are late'),
    },
    {
      href: '/deadlines?state=nearing',
      number: nearing,
      words: `${after(nearing, 'deadline falls', 'deadlines fall')} due within ${SOON_DAYS} days`,
    },
    {
      href: '#silent',
      number: silent,
      words: `high-priority ${after(silent, 'recommendation', 'recommendations')} without news for over ${NEWS_DAYS} days`,
    },
  ];
}

function matrixOf(plans: NamedPlan[], standings: Map<string, Standing[]>, years: Map<string, number>) {
  const width = Math.max(0, ...plans.map(({ id }) => standings.get(id)?.length ?? 0));
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const rows = plans.map(({ id, countryId, countryName }) => {
    const cells = standings.get(id) ?? [];
    const empty = columns.slice(cells.length).map(() => null);
    const inARow = rowInWords(years.get(countryId));
    return { country: countryName, href: `/plans/${id}`, inARow, cells: [...cells, ...empty] };
  });
  return { columns, rows };
}

function silentIn(plans: NamedPlan[], standings: Map<string, Standing[]>) {
  return plans.flatMap(({ id, countryName }) =>
    (standings.get(id) ?? [])
      .filter(({ isSilent }) => isSilent)
      .map((one) => ({ ...one, country: countryName })),
  );
}
