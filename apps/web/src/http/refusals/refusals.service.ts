import { OutOfScope, type Permission, PERMISSIONS, STRANGER, Trail } from '@demarche/access';
import { Forbidden } from '@demarche/base';
import { wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import type { WebRequest } from '../web-request';

/** Tells the trail who was refused what, by their role or by their posts, and tells the person who may. */
@Injectable()
export class Refusals {
  constructor(private readonly trail: Trail) {}

  /** Enters a refusal in the trail; anything else is passed over. Never throws, and never keeps an answer waiting long. */
  async note(request: WebRequest, error: unknown): Promise<void> {
    const by = request.presence?.actor ?? STRANGER;
    const id = Object.values((request.params ?? {}) as Record<string, string>)[0];
    const about = id === undefined ? {} : { subjectId: id };
    if (error instanceof Forbidden)
      await this.trail.note(by, {
        ...about,
        action: 'refuse.permission',
        detail: { permission: error.permission, door: doorOf(request) },
      });
    if (error instanceof OutOfScope)
      await this.trail.note(by, {
        ...about,
        action: 'refuse.scope',
        subjectKind: error.subject,
        detail: { door: doorOf(request) },
      });
  }
}

/** The route that was asked for, without the ids in it. */
const doorOf = (request: WebRequest): string => `${request.method} ${request.routeOptions.url ?? ''}`;

const OR = new Intl.ListFormat('en', { type: 'disjunction' });

/** Who may do what a person may not: the roles that hold the permission, in words. */
export function whoMay({ permission }: Forbidden): string {
  const roles = (PERMISSIONS as Record<string, readonly string[]>)[permission as Permission] ?? [];
  const named = roles.map((role) => withArticle(wordFor('role', role as never).toLowerCase()));
  if (named.length === 0) return 'Your role does not include this. Nothing was changed.';
  return `This is for ${OR.format(named)}. Your role does not include it, and nothing was changed. Ask one of them, or ask an administrator whether your role is right.`;
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
