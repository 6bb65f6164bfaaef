import { type AuditEntry, SYSTEM_ACTOR, Users } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { KeptPapers } from '@demarche/papers';
import { PlanReading } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { isCode, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';

/** The rooms that know the entries of a plan by their ids. */
@Injectable()
export class EntryPlans {
  constructor(
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
    private readonly deadlines: DeadlineBoard,
  ) {}

  /** The plan that an act, a figure or a deadline belongs to; null for any other kind. Throws NotFound for a missing one. */
  async of(kind: string, id: string): Promise<string | null> {
    if (kind === 'effort') return (await this.efforts.one(SYSTEM_ACTOR, id)).planId;
    if (kind === 'statistic') return (await this.statistics.one(SYSTEM_ACTOR, id)).planId;
    if (kind === 'deadline') return (await this.deadlines.one(SYSTEM_ACTOR, id)).deadline.planId;
    return null;
  }
}

/**
 * Names what an entry of the trail is about, as a person would: kind, country and cycle, never an id and never a text
 * that somebody wrote, since whoever reads the trail need not read plans.
 */
@Injectable()
export class SubjectNames {
  constructor(
    private readonly plans: PlanReading,
    private readonly papers: KeptPapers,
    private readonly users: Users,
    private readonly entries: EntryPlans,
  ) {}

  /** The names of what a page of entries is about, by kind and id joined with a blank. */
  async of(entries: AuditEntry[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const { subjectKind, subjectId } of entries) {
      const key = `${subjectKind} ${subjectId}`;
      if (subjectKind === null || subjectId === null || names.has(key)) continue;
      names.set(key, await this.nameOf(subjectKind, subjectId));
    }
    return names;
  }

  private async nameOf(kind: string, id: string): Promise<string> {
    const word = isCode('audit-subject', kind) ? wordFor('audit-subject', kind) : 'Something else';
    const detail = await this.detailOf(kind, id).catch((error) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    return detail === null ? word : `${word}: ${detail}`;
  }

  private async detailOf(kind: string, id: string): Promise<string | null> {
    if (kind === 'user') return (await this.users.named(id))?.name ?? null;
    if (kind === 'plan') return this.planName(id);
    if (kind === 'recommendation') {
      const { label, planId } = await this.plans.recommendation(SYSTEM_ACTOR, id);
      return `${label} of ${await this.planName(planId)}`;
    }
    if (kind === 'paper') {
      const { title, country, cycle } = await this.papers.open(SYSTEM_ACTOR, id);
      return `${title}, ${country.name}, ${cycle.name}`;
    }
    const planId = await this.entries.of(kind, id);
    return planId === null ? null : this.planName(planId);
  }

  private async planName(planId: string): Promise<string> {
    const { country, cycle } = await this.plans.open(SYSTEM_ACTOR, planId);
    return `${country.name}, ${cycle.name}`;
  }
}
