import { type Cable, missionNamed } from '@demarche/cables';
import { NotFound } from '@demarche/base';
import { type Country, type Post, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';

/** Where a cable's plan belongs, as far as the cable says: one country, or the candidates among which a person chooses. */
export interface CablePlace {
  country: Country | null;
  by: 'tags' | 'subject' | 'addressee' | null;
  candidates: Country[];
  addressees: Post[];
}

const KIND_OF_MISSION =
  /^(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USOFFICE|USINT|USLO|EMBASSY|CONSULATE)\s+/i;

/** Finds the country and the post of a cable through the register. */
@Injectable()
export class CablePlaces {
  constructor(private readonly register: Register) {}

  /** The place of a cable: by its geographic tag, else by its subject's first words, else by whom it is sent to. */
  async of(cable: Pick<Cable, 'tags' | 'subject' | 'to'>): Promise<CablePlace> {
    const addressees = await this.addresseesOf(cable.to);
    const tagged = await this.taggedWith(cable.tags);
    if (tagged.length > 1) {
      const country = narrowed(tagged, cable.subject, addressees);
      return { country, by: country && 'tags', candidates: tagged, addressees };
    }
    const [only] = tagged;
    if (only) return { country: only, by: 'tags', candidates: tagged, addressees };
    return { ...(await this.untagged(cable.subject, addressees)), addressees };
  }

  /**
   * The post that a plan goes to: the country's lead post, unless the cable went to one other post in that country.
   * Never a post that neither stands in the country nor leads it, since the post decides who may see the plan.
   */
  async postFor(countryId: string, addressees: readonly Post[]): Promise<Post | null> {
    const lead = await this.register.leadPostOf(countryId);
    if (lead && addressees.some((post) => post.id === lead.id)) return lead;
    const [there, ...more] = addressees.filter((post) => post.countryId === countryId);
    return there && more.length === 0 ? there : lead;
  }

  private async untagged(subject: string, addressees: Post[]): Promise<Omit<CablePlace, 'addressees'>> {
    const named = await orNull(this.register.countryByName(subject.split(':')[0] ?? ''));
    if (named) return { country: named, by: 'subject', candidates: [named] };
    const ids = [...new Set(addressees.map((post) => post.countryId))];
    const candidates = await Promise.all(ids.map((id) => this.register.country(id)));
    const country = candidates.length === 1 ? (candidates[0] ?? null) : null;
    return { country, by: country && 'addressee', candidates };
  }

  private async taggedWith(tags: string[]): Promise<Country[]> {
    const countries = new Map<string, Country>();
    for (const tag of tags.filter((word) => /^[A-Z]{2}$/.test(word))) {
      const country = await orNull(this.register.countryByTag(tag));
      if (country) countries.set(country.id, country);
    }
    return [...countries.values()];
  }

  private async addresseesOf(to: string[]): Promise<Post[]> {
    const posts = new Map<string, Post>();
    for (const line of to) {
      const words = line.trim().replace(KIND_OF_MISSION, '');
      const post = (await orNull(this.register.postByName(words))) ?? (await this.missionPost(words));
      if (post) posts.set(post.id, post);
    }
    return [...posts.values()];
  }

  private async missionPost(words: string): Promise<Post | null> {
    const token = missionNamed(words);
    return token === null ? null : orNull(this.register.post(token));
  }
}

/** Among several tagged countries the one that the subject names, or the only one where the cable goes. */
function narrowed(tagged: Country[], subject: string, addressees: Post[]): Country | null {
  const spoken = subject.toLowerCase();
  const named = tagged.filter((country) => spoken.includes(country.name.toLowerCase()));
  if (named.length === 1) return named[0] ?? null;
  const visited = tagged.filter((country) => addressees.some((post) => post.countryId === country.id));
  return visited.length === 1 ? (visited[0] ?? null) : null;
}

async function orNull<T>(row: Promise<T>): Promise<T | null> {
  try {
    return await row;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
