import type { AuditEntry, Person } from '@demarche/access';
import { DeadlineBoard } from '@demarche/deadlines';
import { KeptPapers } from '@demarche/papers';
import { PlanReading } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { Register } from '@demarche/register';
import { isCode, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';

/** What an entry's subject is called, and the plan that it belongs to; each where there is one. */
interface Subject {
  name: string | null;
  planId: string | null;
}

type Subjects = Map<string, Subject>;

/** The rooms that know what belongs to a plan by their ids: one question a kind, however many entries ask. */
@Injectable()
export class PlanSubjects {
  constructor(
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
    private readonly deadlines: DeadlineBoard,
    private readonly papers: KeptPapers,
    private readonly plans: PlanReading,
  ) {}

  /** The subjects of a kind by id; empty for a kind that belongs to no plan. */
  async of(kind: string, ids: string[]): Promise<Subjects> {
    if (kind === 'plan') return subjectsOf(ids.map((id) => [id, { name: null, planId: id }]));
    if (kind === 'recommendation') return labelled(await this.plans.labelled(ids));
    if (kind === 'paper') return titled(await this.papers.named(ids));
    const reading = { effort: this.efforts, statistic: this.statistics, deadline: this.deadlines };
    const room = Object.entries(reading).find(([one]) => one === kind)?.[1];
    const planOf = await room?.plansOf(ids);
    return subjectsOf([...(planOf ?? [])].map(([id, planId]) => [id, { name: null, planId }]));
  }
}

/**
 * Names what an entry of the trail is about, as a person would: kind, country and cycle, never an id and never a text
 * that somebody wrote, since whoever reads the trail need not read plans.
 */
@Injectable()
export class SubjectNames {
  constructor(
    private readonly subjects: PlanSubjects,
    private readonly plans: PlanReading,
    private readonly register: Register,
  ) {}

  /** The names of what a page of entries is about, by kind and id joined with a blank; `people` are all there are. */
  async of(entries: AuditEntry[], people: Person[]): Promise<Map<string, string>> {
    const byKind = idsByKind(entries);
    const subjects: Subjects = new Map();
    for (const [kind, ids] of byKind)
      for (const [id, subject] of await this.subjects.of(kind, [...ids]))
        subjects.set(`${kind} ${id}`, subject);
    for (const { id, name } of people) subjects.set(`user ${id}`, { name, planId: null });
    const plans = await this.planNames([...subjects.values()]);
    const named = (kind: string, id: string) => nameOf(kind, subjects.get(`${kind} ${id}`), plans);
    return new Map(
      [...byKind].flatMap(([kind, ids]) => [...ids].map((id) => [`${kind} ${id}`, named(kind, id)] as const)),
    );
  }

  private async planNames(subjects: Subject[]): Promise<Map<string, string>> {
    const ids = subjects.flatMap(({ planId }) => (planId === null ? [] : [planId]));
    if (ids.length === 0) return new Map();
    const heads = await this.plans.heads(ids);
    const countries = new Map((await this.register.countries()).map(({ id, name }) => [id, name]));
    const cycles = new Map((await this.register.cycles()).map(({ id, name }) => [id, name]));
    return new Map(
      [...heads].map(([id, { countryId, cycleId }]) => [
        id,
        `${countries.get(countryId) ?? countryId}, ${cycles.get(cycleId) ?? cycleId}`,
      ]),
    );
  }
}

function idsByKind(entries: AuditEntry[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { subjectKind, subjectId } of entries) {
    if (subjectKind === null || subjectId === null) continue;
    found.set(subjectKind, (found.get(subjectKind) ?? new Set()).add(subjectId));
  }
  return found;
}

function nameOf(kind: string, subject: Subject | undefined, plans: Map<string, string>): string {
  const word = isCode('audit-subject', kind) ? wordFor('audit-subject', kind) : 'Something else';
  const plan = subject?.planId ? plans.get(subject.planId) : undefined;
  const join = kind === 'paper' ? ', ' : ' of ';
  const detail = [subject?.name, plan].filter((one) => typeof one === 'string').join(join);
  return detail === '' ? word : `${word}: ${detail}`;
}

const subjectsOf = (entries: [string, Subject][]): Subjects => new Map(entries);

const labelled = (found: Map<string, { label: string; planId: string }>): Subjects =>
  subjectsOf([...found].map(([id, { label, planId }]) => [id, { name: label, planId }]));

const titled = (found: Map<string, { title: string; planId: string }>): Subjects =>
  subjectsOf([...found].map(([id, { title, planId }]) => [id, { name: title, planId }]));
