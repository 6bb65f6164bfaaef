import { wordFor, brief } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, instantOf } from '@demarche/base';
import { type DeadlineChangeShown, type DeadlineRow, planOf, referenceOf } from '@demarche/deadlines';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Efforts, type EffortView } from '@demarche/progress';
import { addDays, weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm, oneOf } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { naturesToSay } from './deadline-forms';
import { DeadlineOwners } from './deadline-owners';
import { type ToldInFull, ToldDeadlines } from './told-deadlines';
import { boardRow, shiftReasons } from '../../parts/deadline-row';
import { bannerFor } from '../../parts/banner';
import { type Step, trailTo } from '../../parts/trail';

/** The changes that the page of a deadline offers. */
export type DeadlineAct = 'meet' | 'move' | 'reassign' | 'waive' | 'reopen';

/** A form on the page that was refused: which one, and what was typed. */
interface RefusedAct {
  act: DeadlineAct;
  typed: FormBody;
}

/** Builds the page of one deadline: its dates, everything said about it, and what may be done. */
@Injectable()
export class DeadlineModel {
  constructor(
    private readonly deadlines: ToldDeadlines,
    private readonly plans: PlanReading,
    private readonly efforts: Efforts,
    private readonly owners: DeadlineOwners,
    private readonly clock: Clock,
  ) {}

  /** The deadline as the actor may see it; `refused` unfolds the form that was not accepted. */
  async page(actor: Actor, id: string, refused?: RefusedAct): Promise<PageModel> {
    const shown = await this.deadlines.one(actor, id);
    const planId = planOf(shown.deadline);
    const view = planId === null ? null : await this.plans.open(actor, planId);
    const efforts = planId !== null && isOpen(shown) ? await this.efforts.of(actor, planId) : [];
    const recommendation = recommendationOf(shown, view);
    return {
      ...headOf(shown),
      marking: bannerFor([...efforts.map(({ marking }) => marking), recommendation?.portion ?? null]),
      row: { ...boardRow(shown), kind: wordFor('deadline-kind', shown.deadline.kind) },
      dates: datesOf(shown),
      recommendation,
      zone: shown.zone,
      reference: shown.deadline.isTitleQuoted ? null : referenceOf(shown.deadline.id),
      closing: closingOf(shown),
      changes: shown.history.map(changeShown),
      ledger: ledgerOf(shown),
      efforts: efforts.map(effortOption),
      ...(await this.changes(actor, shown, refused)),
    };
  }

  private async changes(actor: Actor, shown: DeadlineRow, refused?: RefusedAct) {
    const { deadline, zone } = shown;
    const today = this.clock.today(zone);
    const fresh = {
      on: today,
      statutoryOn: shown.cycleOn ?? deadline.statutoryOn,
      ownerId: deadline.ownerId,
      nature: deadline.nature === 'instructed' ? 'instructed' : 'entered',
    };
    const version = deadline.version;
    const form = freshForm(fresh);
    const shared = { version, opened: refused?.act ?? '', isStale: isStale(version, refused), form };
    const natures = naturesToSay();
    const maySet = actor.can('set-deadline');
    if (!isOpen(shown))
      return { ...shared, natures, mayMeet: false, maySet: false, mayReopen: maySet, owners: [] };
    return {
      ...shared,
      mayMeet: actor.can('meet-deadline'),
      natures,
      maySet,
      mayReopen: false,
      owners: await this.owners.around(actor, deadline.postId),
    };
  }
}

const isOpen = ({ state }: DeadlineRow) => state !== 'met' && state !== 'waived';

/** Whether the refused form was made on a version that is no longer the present one. */
function isStale(version: number, refused: RefusedAct | undefined): boolean {
  const seen = refused && oneOf(refused.typed.version);
  return seen !== undefined && seen !== String(version);
}
function effortOption({ id, happenedOn, text }: EffortView) {
  return { value: id, label: `${weekdayDate(happenedOn)}: ${brief(text)}` };
}

function headOf(row: DeadlineRow) {
  const { deadline, subject, city, ownerName } = row;
  const about = [subject.countryName, subject.cycleName].filter((name) => name !== null).join(', ');
  return {
    title: deadline.title,
    context: `${about}. Owed in ${city}; owner: ${ownerName}.`,
    act: null,
    trail: trailOf(row),
  };
}

function trailOf({ deadline, subject }: DeadlineRow): Step[] {
  const last = { label: deadline.title, href: null };
  const { id, title, href } = subject;
  if (planOf(deadline) === null)
    return [{ label: title, href }, { label: 'Deadlines', href: '/deadlines' }, last];
  return trailTo({ plan: { id, title } }, { label: 'Deadlines', href: `/deadlines?plan=${id}` }, last);
}

function datesOf({ deadline, city, zone }: DeadlineRow) {
  const { effectiveOn, statutoryOn, reasons, nature } = deadline;
  return {
    effectiveOn,
    statutoryOn,
    city,
    isAway: city !== 'Washington',
    dayEndsAt: instantOf({ date: addDays(effectiveOn, 1), time: '00:00', zone }),
    dateLabel: capital(wordFor('deadline-date', nature)),
    reasons: shiftReasons(reasons, city),
  };
}

function recommendationOf({ deadline }: DeadlineRow, view: PlanView | null) {
  const recommendation = view?.recommendations.find(({ id }) => id === deadline.recommendationId);
  return recommendation
    ? {
        label: recommendation.label,
        portion: recommendation.marking,
        text: recommendation.text,
        href: `/recommendations/${recommendation.id}`,
      }
    : null;
}

function closingOf({ deadline }: DeadlineRow) {
  const { metOn, metBy, waivedOn, waiveReason } = deadline;
  if (metOn !== null) return { word: 'Met on', on: metOn, why: null, href: metBy && `/efforts/${metBy}` };
  if (waivedOn !== null) return { word: 'Waived on', on: waivedOn, why: waiveReason, href: null };
  return null;
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function changeShown({ change, reason, at, byName, effortId, before, after }: DeadlineChangeShown) {
  return {
    what: wordFor('deadline-change', change),
    from: before.effectiveOn === after.effectiveOn ? null : before.effectiveOn,
    to: after.effectiveOn,
    given: before.ownerName === after.ownerName ? null : `from ${before.ownerName} to ${after.ownerName}`,
    reason,
    at,
    byName,
    href: effortId && `/efforts/${effortId}`,
  };
}

function ledgerOf({ reminders, zone, deadline }: ToldInFull) {
  return reminders.map((reminder) => ({
    step: wordFor('reminder-step', reminder.step),
    to: reminder.recipientName,
    dueAt: reminder.dueAt,
    zone,
    state: wordFor('reminder-state', reminder.state),
    sentAt: reminder.sentAt,
    why: reminder.reason && wordFor('reminder-reason', reminder.reason),
    response: reminder.state === 'failed' || reminder.state === 'deferred' ? reminder.response : null,
    isFormer: reminder.deadlineVersion !== deadline.version,
  }));
}
