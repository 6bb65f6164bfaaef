import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Country } from './country.entity';
import { LeadPost } from './lead-post.entity';
import { Post } from './post.entity';

const COUNTRY = onceKeys<Country | null>();
const COUNTRIES = onceKeys<Country[]>();
const POST = onceKeys<Post | null>();
const POSTS = onceKeys<Post[]>();
const LEAD_POST = onceKeys<Post | null>();
const ZONES = onceKeys<string[]>();

/** Whoever asks for more posts at once gets them out of the whole table. */
const MOST_ASKED = 100;

/** Countries, posts, and which post deals with which country. What a request asks again it is not read again. */
@Injectable()
export class PlaceRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** A country by its ISO code. */
  country(id: string): Promise<Country | null> {
    return this.once.read(COUNTRY(id), () => this.store.reads.findOneBy(Country, { id }));
  }

  /** Every country, by name. */
  countries(): Promise<Country[]> {
    return this.once.read(COUNTRIES(), () => this.store.reads.find(Country, { order: { name: 'ASC' } }));
  }

  /** A post by its cable token. */
  post(id: string): Promise<Post | null> {
    return this.once.read(POST(id), () => this.store.reads.findOneBy(Post, { id }));
  }

  /** Every post, by city. */
  posts(): Promise<Post[]> {
    return this.once.read(POSTS(), () => this.store.reads.find(Post, { order: { city: 'ASC', id: 'ASC' } }));
  }

  /** The zones of all posts, each once, in no order. */
  zones(): Promise<string[]> {
    return this.once.read(ZONES(), async () => {
      const rows = await this.store.rows<{ zone: string }>('SELECT DISTINCT "zone" AS "zone" FROM "posts"');
      return rows.map(({ zone }) => zone);
    });
  }

  /** The posts of these tokens, by city, in one question; a token that is none is left out. */
  async postsAmong(ids: readonly string[]): Promise<Post[]> {
    const asked = [...new Set(ids)].sort();
    if (asked.length === 0) return [];
    if (asked.length > MOST_ASKED) {
      const wanted = new Set(asked);
      return (await this.posts()).filter(({ id }) => wanted.has(id));
    }
    return this.once.read(POSTS(...asked), () =>
      this.store.reads.find(Post, { where: { id: In(asked) }, order: { city: 'ASC', id: 'ASC' } }),
    );
  }

  /** One page of the posts by city, and how many there are; pages count from 1. */
  postsOnPage({ page, rows }: { page: number; rows: number }): Promise<[Post[], number]> {
    const order = { city: 'ASC', id: 'ASC' } as const;
    return this.store.reads.findAndCount(Post, { order, skip: (page - 1) * rows, take: rows });
  }

  /** The post that deals with a country. */
  leadPostOf(countryId: string): Promise<Post | null> {
    return this.once.read(LEAD_POST(countryId), () =>
      this.store.reads
        .createQueryBuilder(Post, 'post')
        .innerJoin(LeadPost, 'lead', 'lead.postId = post.id')
        .where('lead.countryId = :countryId', { countryId })
        .getOne(),
    );
  }

  /** Which post deals with which country, all of them. */
  leadPosts(): Promise<LeadPost[]> {
    return this.store.reads.find(LeadPost);
  }

  /** A post with the ISO codes of the countries that it deals with. */
  async postWithCountries(id: string): Promise<{ post: Post; countryIds: string[] } | null> {
    const { entities, raw } = await this.store.reads
      .createQueryBuilder(Post, 'post')
      .leftJoin(LeadPost, 'lead', 'lead.postId = post.id')
      .addSelect('lead.countryId', 'ledId')
      .where('post.id = :id', { id })
      .orderBy('lead.countryId')
      .getRawAndEntities<{ ledId: string | null }>();
    const [post] = entities;
    return post ? { post, countryIds: raw.flatMap(({ ledId }) => (ledId === null ? [] : [ledId])) } : null;
  }

  /** The countries that a post deals with, by name. */
  ledBy(postId: string): Promise<Country[]> {
    return this.store.reads
      .createQueryBuilder(Country, 'country')
      .innerJoin(LeadPost, 'lead', 'lead.countryId = country.id')
      .where('lead.postId = :postId', { postId })
      .orderBy('country.name')
      .getMany();
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
    await this.store.add(Post, posts);
  }
}
