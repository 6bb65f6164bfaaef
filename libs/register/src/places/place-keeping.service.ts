import { type Actor, Acts } from '@demarche/access';
import { accept, Conflict, NotFound } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { ZoneCorrected } from '../events';
import { LeadPostInput, type LeadPostGiven, ZoneInput, type ZoneGiven } from '../register.input';
import { PlaceRepository } from './place.repository';

const KEEP = { permission: 'manage-register' } as const;

/** How people keep what is known of posts: each act needs `manage-register` and stands in the trail. */
@Injectable()
export class PlaceKeeping {
  constructor(
    private readonly acts: Acts,
    private readonly places: PlaceRepository,
  ) {}

  /** Keeps which post deals with a country. Throws NotFound without the country or the post. */
  setLeadPost(actor: Actor, given: LeadPostGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-lead-post' }, async (_unit, note) => {
      const { countryId, postId } = accept(LeadPostInput, given);
      if (!(await this.places.country(countryId))) throw new NotFound('country');
      if (postId !== null) await this.mustKnowPost(postId);
      await this.places.keepLeadPost(countryId, postId);
      note.about('country', countryId, { postId });
      return { id: countryId };
    });
  }

  /**
   * Corrects the time zone of a post; what is planned by its clock is planned anew. Throws Invalid on an unknown zone,
   * NotFound without the post, Conflict when it is the zone that stands.
   */
  correctZone(actor: Actor, given: ZoneGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.correct-zone' }, async (unit, note) => {
      const { postId, zone, source } = accept(ZoneInput, given);
      const post = await this.places.post(postId);
      if (!post) throw new NotFound('post');
      if (post.zone === zone) throw new Conflict('state', `${post.city} is in the zone ${zone} already.`);
      await this.places.keepZone(postId, zone);
      await unit.happened(new ZoneCorrected(postId));
      note.about('post', postId, { zone, before: post.zone, source });
      return { id: postId };
    });
  }

  private async mustKnowPost(id: string): Promise<void> {
    if (!(await this.places.post(id))) throw new NotFound('post');
  }
}
