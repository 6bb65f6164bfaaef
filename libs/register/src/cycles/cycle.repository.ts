import { newId } from '@demarche/base';
import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Cycle } from './cycle.entity';
import { Listing } from './listing.entity';
import { MilestoneRow } from './milestone.entity';

const CYCLES = onceKeys<Cycle[]>();
const MILESTONES = onceKeys<MilestoneRow[]>();
const LISTINGS = onceKeys<Listing[]>();

/** Cycles, the milestones that people entered, and the listings of each report. */
@Injectable()
export class CycleRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** A cycle by the year of its report. There is one a year: whoever asks for several asks once. */
  async cycle(id: string): Promise<Cycle | null> {
    return (await this.cycles()).find((cycle) => cycle.id === id) ?? null;
  }

  /** Every cycle, newest first. */
  cycles(): Promise<Cycle[]> {
    return this.once.read(CYCLES(), () => this.store.reads.find(Cycle, { order: { reportYear: 'DESC' } }));
  }

  /** Adds a cycle. */
  async addCycle(cycle: Cycle): Promise<void> {
    await this.store.writes.insert(Cycle, cycle);
  }

  /** The milestones entered for a cycle. */
  async milestonesOf(cycleId: string): Promise<MilestoneRow[]> {
    return (await this.everyMilestone()).filter((milestone) => milestone.cycleId === cycleId);
  }

  /** The milestones entered for all cycles, in no order. */
  everyMilestone(): Promise<MilestoneRow[]> {
    return this.once.read(MILESTONES(), () => this.store.reads.find(MilestoneRow));
  }

  /** Keeps a milestone; one of the same kind and nature is replaced. Returns the row's id. */
  async keepMilestone(milestone: Omit<MilestoneRow, 'id'>): Promise<string> {
    const { cycleId, kind, nature, on, until, source } = milestone;
    const known = await this.store.reads.findOneBy(MilestoneRow, { cycleId, kind, nature });
    if (known) await this.store.writes.update(MilestoneRow, { id: known.id }, { on, until, source });
    const id = known?.id ?? newId();
    if (!known)
      await this.store.writes.insert(MilestoneRow, { id, cycleId, kind, nature, on, until, source });
    return id;
  }

  /** A country's listings, oldest first. */
  listingsOf(countryId: string): Promise<Listing[]> {
    return this.once.read(LISTINGS(countryId), () =>
      this.store.reads.find(Listing, { where: { countryId }, order: { reportYear: 'ASC' } }),
    );
  }

  /** The listings of one report. */
  listingsOfYear(reportYear: number): Promise<Listing[]> {
    return this.store.reads.find(Listing, { where: { reportYear }, order: { countryId: 'ASC' } });
  }

  /** Where the reports of some years placed countries, both ends included, oldest first. */
  listingsBetween(from: number, until: number): Promise<Listing[]> {
    const rest = 'WHERE t."reportYear" BETWEEN ? AND ? ORDER BY t."reportYear", t."countryId"';
    return this.store.whole(Listing, rest, [from, until]);
  }

  /** Every listing. */
  listings(): Promise<Listing[]> {
    return this.store.reads.find(Listing);
  }

  /** Adds listings and corrects those that are known; a listing with an id is corrected. */
  async keepListings(added: Listing[], corrected: Listing[]): Promise<void> {
    await this.store.add(Listing, added);
    for (const { id, tier, source } of corrected)
      await this.store.writes.update(Listing, { id }, { tier, source });
  }
}
