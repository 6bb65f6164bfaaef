import { BadRequestException, type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { WebRequest } from '../web-request';

const LONGEST_KEY = 100;

/** Refuses addresses and keys that no page of ours makes, before anybody looks them up: a database may choke on them. */
@Injectable()
export class AddressGuard implements CanActivate {
  /** Throws BadRequestException, which names no character and repeats nothing. */
  canActivate(context: ExecutionContext): boolean {
    const { params, query, body, headers } = context.switchToHttp().getRequest<WebRequest>();
    const submission = (body as { submission?: unknown } | null | undefined)?.submission;
    const texts = [...textsIn(params), ...textsIn(query), ...textsIn({ submission })];
    if (texts.some((text) => text.includes('\u0000')))
      throw new BadRequestException('The address holds a character that no address here has.');
    const key = headers['idempotency-key'];
    if (typeof key === 'string' && key.length > LONGEST_KEY)
      throw new BadRequestException('An Idempotency-Key has at most 100 characters.');
    return true;
  }
}

function textsIn(given: unknown): string[] {
  const values = Object.values((given ?? {}) as Record<string, unknown>).flat();
  return values.filter((value): value is string => typeof value === 'string');
}
