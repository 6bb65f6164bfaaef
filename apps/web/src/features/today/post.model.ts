import { choicesOf, brief } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, localTimeOf, WASHINGTON_ZONE } from '@demarche/base';
import { DeadlineBoard, type DeadlineTally } from '@demarche/deadlines';
import { type NamedPlan, PlansInForce } from '@demarche/plans';
import { type Post, Register } from '@demarche/register';
import { PARTIES, weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import { Shown } from '../../http/views/page-result';
import { boardRow } from '../../parts/deadline-row';
import { bannerFor } from '../../parts/banner';
import { comingInWords } from './coming-plans';
import { type Standing, Standings } from '../../parts/standings';

const NEXT = 5;
/** Builds the home of a post: what Washington wants by when, a quick log, and how far each recommendation is. */
@Injectable()
export class PostHome {
  constructor(
    private readonly plans: PlansInForce,
    private readonly deadlines: DeadlineBoard,
    private readonly standings: Standings,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /** The home of a post officer. */
  async page(actor: Actor): Promise<Shown> {
    const known = new Map((await this.register.posts()).map((post) => [post.id, post]));
    const posts = actor.postIds.flatMap((id) => known.get(id) ?? []);
    const { rows: plans, coming } = await this.plans.today(actor, zoneOf(posts));
    const standings = await this.standings.of(actor, [...plans, ...coming]);
    const board = await this.deadlines.board(actor, { state: 'open' });
    const open = totalOf(await this.deadlines.tally(actor, { state: 'open' }));
    const marks = [...standings.values()].flat().map(({ portion }) => portion);
    return new Shown(
      {
        title: posts.length > 0 ? posts.map(({ name }) => name).join(', ') : 'Today',
        context: posts.map((post) => this.timeAt(post)).join('; '),
        act: null,
        marking: bannerFor(marks),
        owed: board.slice(0, NEXT).map(boardRow),
        more: Math.max(0, open - NEXT),
        plans: plans.map((plan) => sectionOf(plan, standings.get(plan.id) ?? [])),
        coming: comingInWords(coming),
        quick: quickOf([...plans, ...coming], standings),
        form: freshForm({ happenedOn: this.today(posts) }),
      },
      { view: 'today/post' },
    );
  }

  private timeAt({ city, zone }: Post): string {
    return `${weekdayDate(this.clock.today(zone))}, ${localTimeOf(this.clock.now(), zone)} in ${city}`;
  }

  private today(posts: Post[]): string {
    return this.clock.today(zoneOf(posts));
  }
}

function zoneOf(posts: readonly Post[]): string {
  return posts[0]?.zone ?? WASHINGTON_ZONE;
}

const totalOf = (tally: DeadlineTally) => Object.values(tally).reduce((sum, rows) => sum + rows, 0);

function sectionOf({ id, title, countryName, cycleName }: NamedPlan, rows: Standing[]) {
  return {
    id,
    title,
    heading: `${countryName}, ${cycleName}`,
    href: `/plans/${id}`,
    narrativeHref: `/plans/${id}/narrative`,
    progressHref: `/plans/${id}/progress`,
    rows,
  };
}

function quickOf(plans: NamedPlan[], standings: Map<string, Standing[]>) {
  const groups = plans.map(({ id, countryName, cycleName }) => ({
    label: `${countryName}, ${cycleName}`,
    recommendations: (standings.get(id) ?? []).map((one) => ({
      value: one.id,
      label: `${one.label} ${brief(one.text)}`,
    })),
  }));
  const isEmpty = groups.every(({ recommendations }) => recommendations.length === 0);
  return isEmpty ? null : { groups, parties: choicesOf('party', PARTIES) };
}
