import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Conflict, Invalid, newId, WASHINGTON_ZONE } from '@demarche/base';
import { givenVersion, type Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import {
  RecommendationAdded,
  RecommendationDropped,
  RecommendationRestored,
  RecommendationReworded,
} from './plan-events';
import { PlanReading } from './plan-reading.service';
import { PlanRepository } from './plan.repository';
import {
  type Drop,
  DropInput,
  type NewRecommendation,
  NewRecommendationInput,
  type RestoreRecommendation,
  RestoreRecommendationInput,
  type Rewording,
  RewordingInput,
  WORDING_MAX,
} from './plans.input';
import type { Recommendation, StandingChange } from './recommendation.entity';
import { type Heading, RecommendationRepository } from './recommendation.repository';
import { partWording } from './wording';

/** A recommendation that has its place already; its identity, lineage and first wording are still to be made. */
type PlacedRecommendation = Heading & Pick<Recommendation, 'number' | 'text' | 'note' | 'marking'>;

/** A recommendation after an act: its id and the version to make the next change on. */
interface RecommendationReceipt {
  id: string;
  version: number;
}

/** A recommendation that leaves the plan or comes back: how it was, what was asked, and what becomes of its row. */
interface NewStanding {
  before: Recommendation;
  asked: { id: string; version?: number; reason: string };
  columns: Pick<Recommendation, 'droppedOn' | 'dropReason'>;
  change: StandingChange;
}

const DRAFT = { permission: 'draft-plan' } as const;

/** Adds, rewords and drops what is asked of a government, and keeps every wording it has had. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly reading: PlanReading,
    private readonly plans: PlanRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Adds a recommendation, last under its heading or at a position, from which the later ones move down by one. */
  async add(actor: Actor, given: NewRecommendation): Promise<RecommendationReceipt & { number: number }> {
    const asked = accept(NewRecommendationInput, given);
    return this.acts.perform(actor, { ...DRAFT, action: 'recommendation.add' }, async (unit, note) => {
      const plan = await this.reading.planFor(actor, asked.planId);
      await this.plans.hold(plan);
      const heading = { planId: plan.id, priority: asked.priority, pillar: asked.pillar ?? null };
      const { id, version, number } = await this.insert(actor, unit, {
        ...heading,
        ...wordingOf(asked),
        number: await this.placeAt(heading, asked.at),
        marking: asked.marking ?? plan.marking,
      });
      note.about('recommendation', id, { planId: plan.id, number });
      return { id, version, number };
    });
  }

  /** Adds a placed recommendation inside a running act, with its first revision, and tells the house. */
  async insert(actor: Actor, unit: Unit, placed: PlacedRecommendation): Promise<Recommendation> {
    const identity = { id: newId(), lineageId: newId(), version: 1 };
    const recommendation = { ...placed, ...identity, droppedOn: null, dropReason: null };
    await this.recommendations.add(recommendation, this.revisionOf(recommendation, { actor, reason: null }));
    await unit.happened(new RecommendationAdded(recommendation.id));
    return recommendation;
  }

  /**
   * Gives a recommendation another wording and note. Throws Conflict `stale` or `missing-version` as every edit does,
   * `state` for a dropped one. Saving the same words again changes nothing.
   */
  async reword(actor: Actor, given: Rewording): Promise<RecommendationReceipt> {
    const asked = accept(RewordingInput, given);
    return this.acts.perform(actor, { ...DRAFT, action: 'recommendation.reword' }, async (unit, note) => {
      const before = await this.standing(actor, asked);
      const wording = wordingOf(asked);
      note.about('recommendation', before.id, { planId: before.planId, from: before.version });
      const isSame = before.text === wording.text && before.note === wording.note;
      if (isSame && before.version === asked.version) return { id: before.id, version: before.version };
      const version = await this.recommendations.change(seen(asked), wording);
      const after = { ...before, ...wording, version };
      await this.recommendations.addRevision(this.revisionOf(after, { actor, reason: asked.reason ?? null }));
      await unit.happened(new RecommendationReworded(before.id));
      return { id: before.id, version };
    });
  }

  /** Takes a recommendation out of the plan; its row, number and reason stay. Throws Conflict as {@link reword} does. */
  async drop(actor: Actor, given: Drop): Promise<RecommendationReceipt> {
    const asked = accept(DropInput, given);
    return this.acts.perform(actor, { ...DRAFT, action: 'recommendation.drop' }, async (unit, note) => {
      const before = await this.standing(actor, asked);
      const columns = { droppedOn: this.clock.today(WASHINGTON_ZONE), dropReason: asked.reason };
      note.about('recommendation', before.id, { planId: before.planId });
      const receipt = await this.setStanding(actor, { before, asked, columns, change: 'dropped' });
      await unit.happened(new RecommendationDropped(before.id));
      return receipt;
    });
  }

  /** Asks again for a dropped recommendation, under its number. Throws Conflict `state` for one that stands. */
  async restore(actor: Actor, given: RestoreRecommendation): Promise<RecommendationReceipt> {
    const asked = accept(RestoreRecommendationInput, given);
    return this.acts.perform(actor, { ...DRAFT, action: 'recommendation.restore' }, async (unit, note) => {
      const before = await this.reading.recommendation(actor, asked.id);
      const columns = { droppedOn: null, dropReason: null };
      note.about('recommendation', before.id, { planId: before.planId });
      const receipt = await this.setStanding(actor, { before, asked, columns, change: 'restored' });
      if (before.droppedOn === null)
        throw new Conflict('state', 'This recommendation stands in the plan. Nothing was saved.');
      await unit.happened(new RecommendationRestored(before.id));
      return receipt;
    });
  }

  private async setStanding(
    actor: Actor,
    { before, asked, columns, change }: NewStanding,
  ): Promise<RecommendationReceipt> {
    const version = await this.recommendations.change(seen(asked), columns);
    const told = this.revisionOf({ ...before, version }, { actor, reason: asked.reason });
    await this.recommendations.addRevision({ ...told, change });
    return { id: before.id, version };
  }

  private async placeAt(heading: Heading, at: number | undefined): Promise<number> {
    const next = (await this.recommendations.highestNumber(heading)) + 1;
    if (at === undefined || at >= next) return next;
    await this.recommendations.makeRoom(heading, at);
    return at;
  }

  private async standing(actor: Actor, asked: { id: string; version?: number }): Promise<Recommendation> {
    const recommendation = await this.reading.recommendation(actor, asked.id);
    givenVersion(asked.version);
    if (recommendation.droppedOn === null) return recommendation;
    throw new Conflict('state', 'This recommendation has been dropped. Nothing was saved.');
  }

  private revisionOf(worded: Recommendation, cause: { actor: Actor; reason: string | null }) {
    const { id: recommendationId, version, text, note } = worded;
    const made = { at: this.clock.now(), by: cause.actor.userId, reason: cause.reason };
    return { id: newId(), recommendationId, version, text, note, ...made, change: null };
  }
}

const seen = ({ id, version }: { id: string; version?: number }) => ({ id, version });

/** What a person typed, parted from its bracketed notes. Throws Invalid when nothing is left for the government. */
function wordingOf(typed: { text: string; note?: string | null }): { text: string; note: string | null } {
  const { text, note } = partWording(typed.text, typed.note ?? null);
  if (text === '')
    throw Invalid.because(
      'text',
      'only-a-note',
      'Write what the government is asked to do outside the brackets; brackets are for the post only.',
    );
  if ((note ?? '').length > WORDING_MAX)
    throw Invalid.because('note', 'too-long', 'The note with the bracketed part of the wording is too long.');
  return { text, note };
}
