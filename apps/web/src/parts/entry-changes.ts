import { isCode, wordFor, type WordKind } from '@demarche/words';
import type { EffortView } from '@demarche/progress';
import type { PlanView } from '@demarche/plans';
import { weekdayDate } from '@demarche/rules';
import type { FormBody } from '../http/forms/forms';

/** One field of an entry on which two people differ: what is saved, and what was typed. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

/** How one field is called, and how its value reads. */
interface Field {
  name: string;
  label: string;
  read(value: string): string;
}

const asTyped = (value: string) => value;
const worded = (kind: WordKind) => (code: string) => (isCode(kind, code) ? wordFor(kind, code) : code);
const dated = (date: string) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? weekdayDate(date) : date);

function fieldsOf(view: PlanView): Field[] {
  const labels = new Map(view.recommendations.map((one) => [one.id, one.label]));
  const named = (id: string) => labels.get(id) ?? id;
  return [
    { name: 'text', label: 'What happened', read: asTyped },
    { name: 'happenedOn', label: 'When', read: dated },
    { name: 'ranBy', label: 'Who acted', read: worded('party') },
    { name: 'recommendationIds', label: 'Serves', read: named },
    { name: 'paidBy', label: 'Who paid', read: worded('party') },
    { name: 'governmentGave', label: 'What the government gave', read: worded('contribution') },
    { name: 'role', label: 'The government’s part', read: asTyped },
    { name: 'actionKind', label: 'Kind of action', read: worded('action') },
    { name: 'sourceKind', label: 'Kind of source', read: worded('source') },
    { name: 'source', label: 'Source', read: asTyped },
    { name: 'marking', label: 'Marking', read: worded('portion-mark') },
    { name: 'completes', label: 'Completes', read: named },
  ];
}

/** An entry as its form holds it: every value as text, unknown and empty ones left out. */
export function formValuesOf(effort: EffortView): FormBody {
  const { text, happenedOn, ranBy, paidBy, governmentGave, role, actionKind, sourceKind } = effort;
  return {
    ...{ text, happenedOn, ranBy, governmentGave, marking: effort.marking },
    recommendationIds: effort.recommendationIds,
    completes: effort.completes,
    paidBy: paidBy === 'unknown' ? '' : paidBy,
    role: role ?? '',
    actionKind: actionKind ?? '',
    sourceKind: sourceKind ?? '',
    source: effort.source ?? '',
  };
}

/** The fields in which a form differs from the entry as it is saved now. */
export function differences(effort: EffortView, typed: FormBody, view: PlanView): Difference[] {
  const saved = formValuesOf(effort);
  return fieldsOf(view)
    .map(({ name, label, read }) => ({
      label,
      theirs: shown(saved[name], read),
      mine: shown(typed[name], read),
    }))
    .filter(({ theirs, mine }) => theirs !== mine);
}

/** The facts of an entry beyond its four fields, as far as they are told. */
export function factsOf(effort: EffortView, view: PlanView): { label: string; value: string }[] {
  const saved = formValuesOf(effort);
  return fieldsOf(view)
    .filter(({ name }) => !['text', 'happenedOn', 'recommendationIds', 'completes', 'marking'].includes(name))
    .map(({ name, label, read }) => ({ label, value: shown(saved[name], read) }))
    .filter(({ value }) => value !== '');
}

function shown(value: string | string[] | undefined, read: Field['read']): string {
  return [value ?? []]
    .flat()
    .filter((one) => one !== '')
    .map(read)
    .sort((a, b) => a.localeCompare(b))
    .join(', ');
}
