import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Country } from './country.entity';
import { LeadPost } from './lead-post.entity';
import { Post } from './post.entity';

/** Countries, posts, and which post deals with which country. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly store: Store) {}

  /** A country by its ISO code. */
  country(id: string): Promise<Country | null> {
    return this.store.reads.findOneBy(Country, { id });
  }

  /** The country whose geographic tag stands in a TAGS line. */
  countryByTag(geographicTag: string): Promise<Country | null> {
    return this.store.reads.findOneBy(Country, { geographicTag });
  }

  /** Every country, by name. */
  countries(): Promise<Country[]> {
    return this.store.reads.find(Country, { order: { name: 'ASC' } });
  }

  /** A post by its cable token. */
  post(id: string): Promise<Post | null> {
    return this.store.reads.findOneBy(Post, { id });
  }

  /** Every post, by city. */
  posts(): Promise<Post[]> {
    return this.store.reads.find(Post, { order: { city: 'ASC' } });
  }

  /** The row that says which post deals with a country. */
  leadPostOf(countryId: string): Promise<LeadPost | null> {
    return this.store.reads.findOneBy(LeadPost, { countryId });
  }

  /** The countries that a post deals with. */
  ledBy(postId: string): Promise<LeadPost[]> {
    return this.store.reads.findBy(LeadPost, { postId });
  }

  /** Keeps which post deals with a country, or that none does. */
  async keepLeadPost(countryId: string, postId: string | null): Promise<void> {
    if (postId === null) await this.store.writes.delete(LeadPost, { countryId });
    else await this.store.writes.upsert(LeadPost, { countryId, postId }, ['countryId']);
  }

  /** Keeps another time zone for a post. */
  async keepZone(id: string, zone: string): Promise<void> {
    await this.store.writes.update(Post, { id }, { zone });
  }

  /** Adds posts that were not known. */
  async addPosts(posts: Post[]): Promise<void> {
    await this.store.writes.insert(Post, posts);
  }
}
