import type { Chance } from './chance';
import { A_PLAN, shared } from './house-size';
import type { PlanWork, WrittenPlan } from './plan-rows';
import { at } from './season-days';
import { doneIn } from './wording';

const STANDS = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null };
const PARTIES = ['government', 'government', 'government', 'ngo', 'igo', 'us', 'unknown'];
const ACTIONS = [
  'investigations',
  'prosecutions',
  'convictions',
  'training',
  'prevention',
  'victim-services',
];
const GIFTS = [[], [], ['money'], ['staff', 'premises'], ['in-kind']];
const CATEGORIES = ['investigation', 'prosecution', 'conviction', 'sentence'];
const WITHDRAWN_IN_HUNDRED = 2;
const AMENDED_IN_HUNDRED = 3;
const COMPLETING_IN_THOUSAND = 4;

/** Writes what was done about a plan: acts, each of one recommendation or of two, and figures. */
export function writeLog(work: PlanWork, plan: WrittenPlan): void {
  for (let number = 0; number < shared(A_PLAN.acts, work.size); number += 1) writeAct(work, plan, number);
  for (let number = 0; number < A_PLAN.figures; number += 1) writeFigure(work, plan, number);
}

function writeAct(work: PlanWork, plan: WrittenPlan, number: number): void {
  const { writer, trail, chance, days, place } = work;
  const happenedOn = days.past(chance);
  const recordedAt = at(happenedOn, '15:30:00.000');
  const id = chance.id(recordedAt);
  const isAmended = chance.inHundred(AMENDED_IN_HUNDRED);
  const ending = chance.inHundred(WITHDRAWN_IN_HUNDRED)
    ? { withdrawnAt: recordedAt, withdrawnBy: place.officer.id, withdrawReason: 'Logged twice.' }
    : STANDS;
  const told = { text: doneIn(number), happenedOn, ...partsOf(chance) };
  const version = 1 + Number(isAmended) + Number(ending !== STANDS);
  const own = { planId: plan.id, postId: place.postId, version, recordedBy: place.officer.id, recordedAt };
  writer.add('efforts', { id, ...own, ...told, ...ending });
  const links = linkAct(work, { plan, effortId: id, number, at: recordedAt });
  const detail = { planId: plan.id, recommendationIds: links };
  trail.enter({
    at: recordedAt,
    by: place.officer,
    action: 'effort.record',
    subject: ['effort', id],
    detail,
  });
  if (isAmended)
    keepWording(work, { effortId: id, at: recordedAt, told: { ...told, recommendationIds: links } });
}

function partsOf(chance: Chance) {
  const parties = { ranBy: chance.of(PARTIES), paidBy: chance.of(PARTIES), governmentGave: chance.of(GIFTS) };
  const origin = { actionKind: chance.of(ACTIONS), sourceKind: 'country-document', source: null };
  return { ...parties, role: null, ...origin, marking: 'SBU' };
}

interface Amended {
  effortId: string;
  at: string;
  told: { text: string; recommendationIds: string[] };
}

function keepWording({ writer, chance, place }: PlanWork, { effortId, at: replacedAt, told }: Amended): void {
  const wording = { ...told, text: `${told.text} (first wording)`, completes: [], ...STANDS };
  const replaced = { replacedBy: place.officer.id, replacedAt, reason: null };
  writer.add('effortRevisions', { id: chance.id(replacedAt), effortId, version: 1, wording, ...replaced });
}

interface Linked {
  plan: WrittenPlan;
  effortId: string;
  number: number;
  at: string;
}

function linkAct({ writer, chance }: PlanWork, { plan, effortId, number, at: on }: Linked): string[] {
  const { recommendations } = plan;
  const first = recommendations[number % recommendations.length] as string;
  const completes = chance.below(1_000) < COMPLETING_IN_THOUSAND;
  writer.add('effortRecommendations', { id: chance.id(on), effortId, recommendationId: first, completes });
  return [first];
}

function writeFigure(work: PlanWork, plan: WrittenPlan, number: number): void {
  const { writer, trail, chance, days, place } = work;
  const until = days.past(chance);
  const recordedAt = at(until, '16:00:00.000');
  const id = chance.id(recordedAt);
  const period = { from: days.opens, until, term: `Count ${number + 1}`, unit: 'cases' };
  const count = { count: 3 + chance.below(90), category: CATEGORIES[number % CATEGORIES.length] };
  const basis = { basis: 'trafficking-offence', evidence: null, article: null, source: null };
  const own = { recommendationId: plan.recommendations[number] ?? null, version: 1, ...STANDS };
  const written = { planId: plan.id, postId: place.postId, recordedBy: place.officer.id, recordedAt };
  writer.add('statistics', { id, ...written, ...period, ...count, ...basis, ...own });
  const entry = { at: recordedAt, by: place.officer, action: 'statistic.record' };
  trail.enter({ ...entry, subject: ['statistic', id], detail: { planId: plan.id } });
}
