import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { Country } from '../places/country.entity';
import { Cycle } from '../cycles/cycle.entity';
import { LeadPost } from '../places/lead-post.entity';
import { Listing } from '../cycles/listing.entity';
import { MilestoneRow } from '../cycles/milestone.entity';
import { Post } from '../places/post.entity';
import { SHIPPED_COUNTRIES, SHIPPED_LEAD_POSTS, SHIPPED_POSTS } from './catalogue';
import { SHIPPED_CYCLES, SHIPPED_LISTINGS, SHIPPED_MILESTONES } from './cycles';
import { shippedWorkWeekRows } from './rows';
import { WorkWeekRow } from '../calendar/work-week.entity';

/** Puts the shipped register into the database; what is there already stays as people have made it. */
@Injectable()
export class ShippingRepository {
  /** Adds every shipped row that is not there yet. */
  async loadShipped(unit: Unit): Promise<void> {
    const add = (entity: EntityTarget<ObjectLiteral>, rows: readonly object[]) =>
      unit.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(rows as QueryDeepPartialEntity<ObjectLiteral>[])
        .orIgnore()
        .updateEntity(false)
        .execute();
    await add(Country, SHIPPED_COUNTRIES);
    await add(Post, SHIPPED_POSTS);
    await add(LeadPost, SHIPPED_LEAD_POSTS);
    await add(WorkWeekRow, SHIPPED_POSTS.flatMap(shippedWorkWeekRows));
    await add(Cycle, SHIPPED_CYCLES);
    await add(MilestoneRow, SHIPPED_MILESTONES.map(milestoneRow));
    await add(Listing, SHIPPED_LISTINGS);
  }
}

function milestoneRow(shipped: (typeof SHIPPED_MILESTONES)[number]) {
  return { id: `${shipped.cycleId} ${shipped.kind} ${shipped.nature}`, ...shipped, until: null };
}
