import { LOGGER, type Logger, sha256 } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { DoorRepository } from './door.repository';
import { VisitorRepository } from './visitor.repository';

/** The person behind a cookie or token, and when the session ends if nothing is done (null for a token). */
export interface Presence {
  actor: Actor;
  idleUntil: string | null;
}

/** How long a page waits for the note that its session was used: a busy writer must not hold up readers. */
const TOUCH_PATIENCE_MILLISECONDS = 500;

/** Tells who is calling, with the role and the posts of this very moment: by session secret or by token. */
@Injectable()
export class Sessions {
  private readonly touching = new Map<string, Promise<void>>();

  constructor(
    private readonly doors: DoorRepository,
    private readonly visitors: VisitorRepository,
    private readonly units: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Who holds this session secret, or null when it is unknown, ended, too old or the account is closed. */
  async present(secret: string): Promise<Presence | null> {
    const visitor = await this.visitors.bySession(sha256(secret));
    if (!visitor) return null;
    if (visitor.session && this.doors.isWorthTouching(visitor.session)) await this.touch(visitor.session.id);
    return { actor: visitor.actor, idleUntil: this.doors.idleUntil() };
  }

  /** Who holds this token, or null. */
  async presentByToken(secret: string): Promise<Presence | null> {
    const visitor = await this.visitors.byToken(sha256(secret));
    return visitor ? { actor: visitor.actor, idleUntil: null } : null;
  }

  /** Notes the use once for all requests of the moment; each waits for it, but not for long. */
  private async touch(id: string): Promise<void> {
    const known = this.touching.get(id) ?? this.written(id);
    this.touching.set(id, known);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, TOUCH_PATIENCE_MILLISECONDS);
    });
    await Promise.race([known, patience]);
    clearTimeout(timer);
  }

  private async written(id: string): Promise<void> {
    try {
      await this.units.run(() => this.doors.touchSession(id));
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'that a session was used could not be noted');
    } finally {
      this.touching.delete(id);
    }
  }
}
