import type { Actor } from '@demarche/access';
import { type Country, type Post, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { type Step } from '../../parts/trail';
import { type NamedList, namedPage } from '../../parts/paging';

/** The line from the register down to one of its pages. */
export function trailInRegister(...steps: Step[]): Step[] {
  return [{ label: 'Register', href: '/register' }, ...steps];
}

/** The posts that a person may choose among, by city. */
function postChoices(posts: readonly Post[]) {
  const active = posts.filter(({ isActive }) => isActive);
  return active.map(({ id, city, name }) => ({ value: id, label: `${city} (${name})` }));
}

/** The countries as they are looked through. */
const COUNTRIES: NamedList<Country & { lead: string | null }> = {
  path: '/register/countries',
  columns: [
    { key: 'country', label: 'Country', of: ({ name }) => name },
    { key: 'code', label: 'Code', of: ({ id }) => id },
    { key: 'tag', label: 'Tag', of: ({ geographicTag }) => geographicTag },
    { key: 'bureau', label: 'Bureau', of: ({ bureau }) => bureau },
    { key: 'lead', label: 'Lead post', of: ({ lead }) => lead },
  ],
  usual: 'country',
  texts: ({ name, id }) => [name, id],
};

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

  /** One page of the countries, by name unless the address asks for another order. */
  async countries(actor: Actor, query: FormBody): Promise<PageModel> {
    actor.must('manage-register');
    const leads = await this.register.leadPosts();
    const rows = (await this.register.countries()).map((country) => ({
      ...country,
      lead: leads.get(country.id)?.name ?? null,
    }));
    return {
      title: 'Countries',
      context: null,
      trail: trailInRegister({ label: 'Countries', href: null }),
      ...namedPage(COUNTRIES, rows, query),
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
}
