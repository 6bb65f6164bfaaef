import { ROWS_A_PAGE } from '@demarche/base';
import { isCode, wordFor } from '@demarche/words';
import { type Actor, Audit, type AuditEntry, type AuditFilter, Users } from '@demarche/access';
import { Injectable } from '@nestjs/common';
import type { FormBody } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
import { ChainWatch } from '../../parts/chain-watch';

/** Builds the page of the audit trail. */
@Injectable()
export class AuditModel {
  constructor(
    private readonly audit: Audit,
    private readonly users: Users,
    private readonly chain: ChainWatch,
  ) {}

  /** One page of entries, narrowed as the address says, with the chain's verdict above them. */
  async page(actor: Actor, query: FormBody): Promise<PageModel> {
    const asked = askedFor(query);
    const entries = await this.audit.entries(actor, filterOf(asked));
    const people = await this.users.list(actor);
    const verdict = await this.chain.verdict({ fresh: query.check === 'now' });
    const form = { values: { person: asked.person, object: asked.object }, problems: [], submission: '' };
    return {
      title: 'Audit trail',
      context: 'Every change, in the order in which it was made. Nothing here can be changed.',
      verdict,
      further: verdict.findings.slice(1),
      people: [...people, { id: 'system', name: 'Demarche itself' }].map(({ id, name }) => ({
        value: id,
        label: name,
      })),
      rows: entries.map(rowOf),
      isNarrowed: asked.person !== '' || asked.object !== '',
      ...neighboursOf(entries, asked),
      form,
    };
  }
}

interface Asked {
  person: string;
  object: string;
  before: string;
}

function askedFor({ person, object, before }: FormBody): Asked {
  const one = (given: FormBody[string]) => (typeof given === 'string' ? given.trim().slice(0, 100) : '');
  return { person: one(person), object: one(object), before: one(before) };
}

function filterOf({ person, object, before }: Asked): AuditFilter {
  const filter: AuditFilter = {};
  if (person) filter.actorId = person;
  if (object) filter.subjectId = object;
  if (/^\d{1,9}$/.test(before)) filter.before = Number(before);
  return filter;
}

function neighboursOf(entries: AuditEntry[], asked: Asked) {
  const narrowed = new URLSearchParams();
  if (asked.person) narrowed.set('person', asked.person);
  if (asked.object) narrowed.set('object', asked.object);
  const last = entries.at(-1);
  const isFull = entries.length === ROWS_A_PAGE && last !== undefined && last.seq > 1;
  const newer = asked.before ? `/audit?${narrowed.toString()}` : null;
  if (!isFull) return { newer, older: null };
  narrowed.set('before', String(last.seq));
  return { newer, older: `/audit?${narrowed.toString()}` };
}

function rowOf({ seq, at, actorId, actorName, action, subjectKind, subjectId, detail }: AuditEntry) {
  const subject = subjectId === null ? null : { id: subjectId, kind: subjectKind ?? 'object' };
  return {
    seq,
    at,
    actorId,
    actorName,
    act: isCode('audit-action', action) ? wordFor('audit-action', action) : action,
    subject,
    details: detailsOf(detail),
  };
}

/** The details in one line; values are ids, codes and numbers, never what people wrote. */
function detailsOf(detail: Record<string, unknown>): string {
  const told = Object.entries(detail).map(([name, value]) => [name, toldOf(value)] as const);
  return told.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])).join(' · ');
}

function toldOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toldOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
