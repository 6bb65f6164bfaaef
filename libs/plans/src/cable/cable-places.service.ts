import { type Cable, missionNamed } from '@demarche/cables';
import { type Country, type PlaceFinder, type Post, Register } from '@demarche/register';
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
    const places = await this.register.finder();
    const addressees = addresseesOf(cable.to, places);
    const tagged = taggedWith(cable.tags, places);
    if (tagged.length > 1) {
      const country = narrowed(tagged, cable.subject, addressees);
      return { country, by: country && 'tags', candidates: tagged, addressees };
    }
    const [only] = tagged;
    if (only) return { country: only, by: 'tags', candidates: tagged, addressees };
    return { ...(await this.untagged(cable.subject, { addressees, places })), addressees };
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

  private async untagged(
    subject: string,
    { addressees, places }: { addressees: Post[]; places: PlaceFinder },
  ): Promise<Omit<CablePlace, 'addressees'>> {
    const named = places.country(subject.split(':')[0] ?? '');
    if (named) return { country: named, by: 'subject', candidates: [named] };
    const ids = new Set(addressees.map((post) => post.countryId));
    const candidates = (await this.register.countries()).filter(({ id }) => ids.has(id));
    const country = candidates.length === 1 ? (candidates[0] ?? null) : null;
    return { country, by: country && 'addressee', candidates };
  }
}

function taggedWith(tags: string[], places: PlaceFinder): Country[] {
  const words = tags.filter((word) => /^[A-Z]{2}$/.test(word));
  const countries = words.map((tag) => places.countryTagged(tag)).filter((country) => country !== null);
  return [...new Set(countries)];
}

function addresseesOf(to: string[], places: PlaceFinder): Post[] {
  const posts = to.map((line) => {
    const words = line.trim().replace(KIND_OF_MISSION, '');
    return places.post(words) ?? places.post(missionNamed(words) ?? '');
  });
  return [...new Set(posts.filter((post) => post !== null))];
}

/** Among several tagged countries the one that the subject names, or the only one where the cable goes. */
function narrowed(tagged: Country[], subject: string, addressees: Post[]): Country | null {
  const spoken = subject.toLowerCase();
  const named = tagged.filter((country) => spoken.includes(country.name.toLowerCase()));
  if (named.length === 1) return named[0] ?? null;
  const visited = tagged.filter((country) => addressees.some((post) => post.countryId === country.id));
  return visited.length === 1 ? (visited[0] ?? null) : null;
}
