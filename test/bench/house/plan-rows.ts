import type { BulkWriter } from './bulk-writer';
import type { Chance } from './chance';
import type { HousePlace } from './house-places';
import { A_PLAN, type HouseSize } from './house-size';
import { at, type SeasonDays } from './season-days';
import type { TrailRows } from './trail-rows';
import { askedIn } from './wording';

/** What every part of one plan is written with. */
export interface PlanWork {
  writer: BulkWriter;
  trail: TrailRows;
  chance: Chance;
  size: HouseSize;
  days: SeasonDays;
  place: HousePlace;
  managerId: string;
}

/** A plan that has been written, as its log and its deadlines need it. */
export interface WrittenPlan {
  id: string;
  recommendations: string[];
}

const PILLARS = ['prosecution', 'protection', 'prevention'];
const REWORDED_IN_HUNDRED = 20;

/** Writes a plan and what it asks for; every year asks the same of a country, in lineage of the year before. */
export function writePlan(work: PlanWork): WrittenPlan {
  const { writer, trail, chance, days, place } = work;
  const year = days.reportYear;
  const createdAt = at(days.opens);
  const id = chance.id(createdAt);
  writer.add('plans', {
    ...{ id, countryId: place.id, cycleId: String(year), postId: place.postId },
    title: `${place.name}: action plan ${year}–${String((year + 1) % 100).padStart(2, '0')}`,
    ...{ placementReason: 'no-increasing-efforts', instructedBy: null, marking: 'SBU', version: 1 },
    ...{ createdAt, createdBy: place.desk.id, placementConfirmedBy: null },
  });
  const detail = { countryId: place.id, cycleId: String(year) };
  trail.enter({ at: createdAt, by: place.desk, action: 'plan.create', subject: ['plan', id], detail });
  const recommendations = Array.from({ length: A_PLAN.recommendations }, (_, index) =>
    writeRecommendation(work, { planId: id, number: index + 1 }),
  );
  writeNarrative(work, id);
  return { id, recommendations };
}

function writeRecommendation(work: PlanWork, { planId, number }: { planId: string; number: number }): string {
  const { writer, trail, chance, days, place } = work;
  const on = at(days.opens, `10:${String(number).padStart(2, '0')}:00.000`);
  const id = chance.id(on);
  const isReworded = chance.inHundred(REWORDED_IN_HUNDRED);
  const asked = number <= 3 ? highAsk(number) : otherAsk(number);
  const wording = {
    text: askedIn(number, place.name),
    note: null,
    marking: 'SBU',
    version: isReworded ? 2 : 1,
  };
  const own = { planId, lineageId: `${place.id} ${number}`, droppedOn: null, dropReason: null };
  writer.add('recommendations', { id, ...own, ...asked, ...wording });
  const entry = { at: on, by: place.desk, action: 'recommendation.add', detail: { planId } };
  trail.enter({ ...entry, subject: ['recommendation', id] });
  if (isReworded) {
    const before = { version: 1, text: `${wording.text} At once.`, note: null, reason: null, change: null };
    const kept = { id: chance.id(on), recommendationId: id, at: on, by: place.desk.id };
    writer.add('recommendationRevisions', { ...kept, ...before });
  }
  return id;
}

const highAsk = (number: number) => ({ number, priority: 'high', pillar: null });
const otherAsk = (number: number) => ({
  number: number - 3,
  priority: 'other',
  pillar: PILLARS[number % PILLARS.length],
});

function writeNarrative({ writer, chance, days, place }: PlanWork, planId: string): void {
  const on = days.past(chance);
  const chosen = { version: 1, chosenBy: place.desk.id, chosenAt: at(on) };
  const scaleWord = chance.of(['limited', 'some', 'modest', 'significant']);
  writer.add('narratives', { id: chance.id(at(on)), planId, scaleWord, ...chosen });
}
