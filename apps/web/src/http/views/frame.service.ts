import { isCode, wordFor } from '@demarche/words';
import type { Actor, Permission } from '@demarche/access';
import { Clock, localDateOf, localTimeOf, SystemClock, WASHINGTON_ZONE } from '@demarche/base';
import { Notices } from '@demarche/notices';
import { weekdayDate } from '@demarche/rules';
import { SendingPauses } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { csrfTokenOf } from '../guards/cookies';
import type { PageModel } from './page-result';
import type { WebRequest } from '../web-request';

interface Door {
  label: string;
  href: string;
  permission: Permission;
}

const DOORS: Door[] = [
  { label: 'Plans', href: '/plans', permission: 'read-plans' },
  { label: 'Log an act', href: '/log', permission: 'log-effort' },
  { label: 'Deadlines', href: '/deadlines', permission: 'read-plans' },
  { label: 'Assessment', href: '/assessments', permission: 'read-plans' },
  { label: 'Register', href: '/register', permission: 'manage-register' },
  { label: 'People', href: '/people', permission: 'manage-users' },
  { label: 'Outbox', href: '/outbox', permission: 'read-outbox' },
  { label: 'Audit', href: '/audit', permission: 'read-audit' },
  { label: 'Status', href: '/status', permission: 'read-status' },
];
const STRANGER = { person: null, doors: [], notices: 0, isPaused: false };

/** What surrounds every page: who is here, which doors open for them, markings, and the practice clock. */
@Injectable()
export class Frame {
  constructor(
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly pauses: SendingPauses,
  ) {}

  /** The frame's own model for a request. */
  async around(request: WebRequest, model: PageModel) {
    const actor = request.presence?.actor;
    return {
      ...(actor ? await this.personal(actor, request.url) : STRANGER),
      marking: typeof model.marking === 'string' ? model.marking : 'UNCLASSIFIED',
      printsAs: typeof model.printsAs === 'string' ? model.printsAs : null,
      csrf: request.sessionSecret ? csrfTokenOf(request.sessionSecret) : '',
      practice: this.practiceTime(),
      done: doneMessage(request.query),
      isError: model.isError === true || hasProblems(model),
      trail: model.trail ?? [],
    };
  }

  private async personal(actor: Actor, url: string) {
    const person = { name: actor.name, role: wordFor('role', actor.role) };
    const isTold = url.startsWith('/sending') || !actor.can('resume-sending');
    const isPaused = !isTold && (await this.pauses.current()) !== null;
    return { person, doors: doorsFor(actor, url), notices: await this.notices.unreadCount(actor), isPaused };
  }

  private practiceTime(): string | null {
    if (!(this.clock instanceof SystemClock) || this.clock.offsetMilliseconds === 0) return null;
    const now = this.clock.now();
    return `${weekdayDate(localDateOf(now, WASHINGTON_ZONE))}, ${localTimeOf(now, WASHINGTON_ZONE)} Washington`;
  }
}

function doorsFor(actor: Actor, url: string) {
  const path = url.split('?')[0] ?? '';
  const today = { label: 'Today', href: '/today', isCurrent: path === '/today' };
  const open = DOORS.filter((door) => actor.can(door.permission));
  return [
    today,
    ...open.map(({ label, href }) => ({
      label,
      href,
      isCurrent: path === href || path.startsWith(`${href}/`),
    })),
  ];
}

function doneMessage(query: unknown): string | null {
  const code = (query as { done?: unknown } | undefined)?.done;
  return typeof code === 'string' && isCode('done', code) ? wordFor('done', code) : null;
}

function hasProblems(model: PageModel): boolean {
  const form = model.form as { problems?: unknown[] } | undefined;
  return (form?.problems?.length ?? 0) > 0;
}
