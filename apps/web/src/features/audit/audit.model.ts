import { ROWS_A_PAGE } from '@demarche/base';
import { choicesOf, type Code, codesOf, isCode, wordFor } from '@demarche/words';
import {
  type Actor,
  Audit,
  type AuditEntry,
  type AuditFilter,
  AuditWatch,
  STRANGER,
  Users,
} from '@demarche/access';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { chainShown } from '../../parts/chain-shown';
import { detailsOf } from './entry-details';
import { SubjectNames } from './subject-names';

/** Builds the page of the audit trail. */
@Injectable()
export class AuditModel {
  constructor(
    private readonly audit: Audit,
    private readonly users: Users,
    private readonly chain: AuditWatch,
    private readonly names: SubjectNames,
  ) {}

  /** One page of entries, narrowed as the address says, with the chain's verdict above them. */
  async page(actor: Actor, query: FormBody): Promise<PageModel> {
    const asked = askedFor(query);
    const entries = await this.audit.entries(actor, filterOf(asked));
    const people = await this.users.list(actor);
    const chain = chainShown(await this.chain.standing({ fresh: query.check === 'now' }));
    const names = await this.names.of(entries, people);
    return {
      title: 'Audit trail',
      context:
        'Every change, sign-in, refusal and export, and every reading of a marked paper, in order. Other readings leave no entry. Nothing here can be changed.',
      chain,
      further: chain.verdict?.findings.slice(1) ?? [],
      people: [...people, { id: 'system', name: 'Demarche itself' }, NOBODY].map(({ id, name }) => ({
        value: id,
        label: name,
      })),
      groups: choicesOf('audit-group', codesOf('audit-group')),
      object: asked.object,
      rows: entries.map((entry) => rowOf(entry, names)),
      isNarrowed: asked.person !== '' || asked.object !== '' || asked.what !== '',
      ...neighboursOf(entries, asked),
      form: freshForm({ person: asked.person, what: asked.what }),
    };
  }
}

const NOBODY = { id: STRANGER.userId, name: STRANGER.name };

interface Asked {
  person: string;
  object: string;
  what: string;
  before: string;
}

function askedFor({ person, object, what, before }: FormBody): Asked {
  const one = (given: FormBody[string]) => (typeof given === 'string' ? given.trim().slice(0, 100) : '');
  return { person: one(person), object: one(object), what: one(what), before: one(before) };
}

function filterOf({ person, object, what, before }: Asked): AuditFilter {
  const filter: AuditFilter = {};
  if (person) filter.actorId = person;
  if (object) filter.subjectId = object;
  if (isCode('audit-group', what))
    filter.actions = codesOf('audit-action').filter((action) => groupOf(action) === what);
  if (/^\d{1,9}$/.test(before)) filter.before = Number(before);
  return filter;
}

const GROUPS: [RegExp, Code<'audit-group'>][] = [
  [/^(refuse\.|session\.refuse)/, 'refusals'],
  [/^(paper\.(read|download)$|export\.)/, 'readings'],
  [/^(session|link|token)\./, 'doors'],
];

const groupOf = (action: string): Code<'audit-group'> =>
  GROUPS.find(([pattern]) => pattern.test(action))?.[1] ?? 'changes';

function neighboursOf(entries: AuditEntry[], asked: Asked) {
  const narrowed = new URLSearchParams();
  for (const name of ['person', 'object', 'what'] as const) if (asked[name]) narrowed.set(name, asked[name]);
  const last = entries.at(-1);
  const isFull = entries.length === ROWS_A_PAGE && last !== undefined && last.seq > 1;
  const newer = asked.before ? `/audit?${narrowed.toString()}` : null;
  if (!isFull) return { newer, older: null };
  narrowed.set('before', String(last.seq));
  return { newer, older: `/audit?${narrowed.toString()}` };
}

function rowOf(entry: AuditEntry, names: Map<string, string>) {
  const { seq, at, actorId, actorName, action, subjectKind, subjectId, detail } = entry;
  const name = names.get(`${subjectKind} ${subjectId}`);
  return {
    seq,
    at,
    actorId,
    actorName,
    act: isCode('audit-action', action) ? wordFor('audit-action', action) : 'Another act',
    subject: subjectId === null || name === undefined ? null : { id: subjectId, name },
    details: detailsOf(detail),
  };
}
