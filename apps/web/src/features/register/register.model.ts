import { ROWS_A_PAGE } from '@demarche/base';
import type { Actor } from '@demarche/access';
import { type Country, type Post, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
import { type Step } from '../../parts/trail';
import { type ListAsked, matchingText, pageOf } from '../../parts/paging';

/** The line from the register down to one of its pages. */
export function trailInRegister(...steps: Step[]): Step[] {
  return [{ label: 'Register', href: '/register' }, ...steps];
}

/** The posts that a person may choose among, by city. */
export function postChoices(posts: readonly Post[]) {
  const active = posts.filter(({ isActive }) => isActive);
  return active.map(({ id, city, name }) => ({ value: id, label: `${city} (${name})` }));
}

/** Builds the register's pages of countries. */
@Injectable()
export class RegisterModel {
  constructor(private readonly register: Register) {}

  /** The register's front page. */
  async overview(actor: Actor): Promise<PageModel> {
    actor.must('manage-register');
    const [countries, posts] = [await this.register.countries(), await this.register.posts()];
    return {
      title: 'Register',
      context: 'What everything else looks up. A change here moves working days and deadlines.',
      countries: countries.length,
      ranked: countries.filter(({ isRanked }) => isRanked).length,
      posts: posts.filter(({ isActive }) => isActive).length,
      cycles: (await this.register.cycles()).length,
    };
  }

  /** One page of the countries. */
  async countries(actor: Actor, { named, page }: ListAsked): Promise<PageModel> {
    actor.must('manage-register');
    const leads = await this.leadPosts();
    const found = (await this.register.countries()).filter(({ name, id }) => matchingText(named, [name, id]));
    const path = `/register/countries?named=${encodeURIComponent(named)}&`;
    const shown = pageOf(found, { page, size: ROWS_A_PAGE, path });
    return {
      title: 'Countries',
      context: null,
      trail: trailInRegister({ label: 'Countries', href: null }),
      form: freshForm({ named }),
      named,
      ...shown,
      rows: shown.rows.map((country) => ({ ...country, lead: leads.get(country.id)?.name ?? null })),
    };
  }

  /** One country, with the post that deals with it. */
  async country(actor: Actor, id: string): Promise<PageModel> {
    actor.must('manage-register');
    const country: Country = await this.register.country(id);
    const lead = await this.register.leadPostOf(id);
    const trail = trailInRegister({ label: 'Countries', href: '/register/countries' });
    return {
      title: country.name,
      context: country.isRanked ? 'Ranked by the annual report' : 'Not ranked by the annual report',
      trail: [...trail, { label: country.name, href: null }],
      country,
      lead,
      choices: postChoices(await this.register.posts()),
      form: freshForm({ postId: lead?.id ?? '' }),
    };
  }

  /** Which post deals with which country, asked of the posts, of which there are fewer questions. */
  private async leadPosts(): Promise<Map<string, Post>> {
    const posts = await this.register.posts();
    const led = await Promise.all(posts.map((post) => this.register.countriesLedBy(post.id)));
    return new Map(posts.flatMap((post, index) => (led[index] ?? []).map((country) => [country, post])));
  }
}
