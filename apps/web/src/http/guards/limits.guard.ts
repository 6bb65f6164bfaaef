import { Clock, millisecondsBetween, SETTINGS, type Settings, TooMany } from '@demarche/base';
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { WebRequest } from '../web-request';

/** What is limited by person: every change, every list that is searched, one paper's files, lists taken away whole. */
type Limited = 'write' | 'search' | 'download' | 'export';

const LIMITED = 'demarche:limited';
const SAFE = ['GET', 'HEAD', 'OPTIONS'];
/** What stands in an address without asking a list for anything. */
const NO_SEARCH = ['page', 'done'];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const COUNTS_KEPT = 10_000;

/** Counts a route that reads among the downloads of a paper or the exports of a list; changes and searches are seen by themselves. */
export const CountedAs = (kind: 'download' | 'export') => SetMetadata(LIMITED, kind);

interface Count {
  since: string;
  times: number;
}

/**
 * Keeps one person from asking faster than any person works, so that the others are served. It counts in the memory of
 * the process: several web processes allow as many times more. Whoever has not signed in is counted at the sign-in.
 */
@Injectable()
export class LimitsGuard implements CanActivate {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws TooMany, with the seconds to wait, once the limit of this kind is reached. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const marked = this.reflector.get<Limited | undefined>(LIMITED, context.getHandler());
    const kind = SAFE.includes(request.method) ? (marked ?? searchIn(request)) : 'write';
    const userId = request.presence?.actor.userId;
    if (kind && userId) this.count(kind, keyOf(kind, userId, request));
    return true;
  }

  private count(kind: Limited, key: string): void {
    const now = this.clock.now();
    const known = this.counts.get(key);
    const isOver = !known || millisecondsBetween(known.since, now) >= WINDOWS[kind];
    const count = isOver ? { since: now, times: 0 } : known;
    if (count.times >= this.settings.limits[kind])
      throw tooMany(kind, WINDOWS[kind] - millisecondsBetween(count.since, now));
    count.times += 1;
    if (!isOver) return;
    // Put at the end, so that the first keys of the map are those that began longest ago.
    this.counts.delete(key);
    this.counts.set(key, count);
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= COUNTS_KEPT) break;
      this.counts.delete(oldest);
    }
  }
}

const WINDOWS: Record<Limited, number> = { write: MINUTE, search: MINUTE, download: HOUR, export: HOUR };

const WORDS: Record<Limited, string> = {
  write: 'You have saved more in a minute than the service takes.',
  search: 'You have searched more often in a minute than the service takes.',
  download: 'You have downloaded this paper more often in an hour than the service allows.',
  export: 'You have exported more lists in an hour than the service allows.',
};

function tooMany(kind: Limited, milliseconds: number): TooMany {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new TooMany(seconds, `${WORDS[kind]} Nothing was done this time. Wait ${wait}, then try again.`);
}

function searchIn({ query }: WebRequest): 'search' | undefined {
  const asked = Object.entries((query ?? {}) as Record<string, unknown>);
  return asked.some(([name, value]) => value !== '' && !NO_SEARCH.includes(name)) ? 'search' : undefined;
}

function keyOf(kind: Limited, userId: string, { params }: WebRequest): string {
  const paper = kind === 'download' ? String((params as { id?: unknown }).id) : '';
  return `${userId} ${kind} ${paper}`;
}
