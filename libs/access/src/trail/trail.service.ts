import { Clock, LOGGER, type Logger } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { AuditRepository } from './audit.repository';

/** Something that happened without a change: a reading, a download, a refusal, a sign-in that failed. */
export interface TrailEvent {
  /** Its name in the trail: `paper.read`, `export.board`, `refuse.permission`. */
  action: string;
  subjectKind?: string;
  subjectId?: string;
  /** Codes, ids and numbers; never a text that people wrote, never a secret. */
  detail?: Record<string, unknown>;
}

/** Who did it, as the trail names them. */
type Witnessed = Pick<Actor, 'userId' | 'name'>;

/** Whoever has not signed in. */
export const STRANGER: Witnessed = { userId: 'stranger', name: 'Somebody who has not signed in' };

const HOUR_MILLISECONDS = 3_600_000;
const NOTE_PATIENCE_MILLISECONDS = 1_000;

/** Writes into the trail what is no change. Acts need none of this: `Acts.perform` writes their entry itself. */
@Injectable()
export class Trail {
  constructor(
    private readonly units: UnitOfWork,
    private readonly entries: AuditRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Writes an event, in a unit of its own or in the one that runs. Throws when it could not be written: what must not
   * be seen without an entry is answered only after this.
   */
  async witness(by: Witnessed, event: TrailEvent): Promise<void> {
    await this.units.run(() =>
      this.entries.append({
        at: this.clock.now(),
        actorId: by.userId,
        actorName: by.name,
        action: event.action,
        subjectKind: event.subjectKind ?? null,
        subjectId: event.subjectId ?? null,
        detail: event.detail ?? {},
      }),
    );
  }

  /** As `witness`, but once an hour for the same person, action and subject: for pages that are opened again and again. */
  async witnessHourly(by: Witnessed, event: TrailEvent & { subjectId: string }): Promise<void> {
    const since = this.clock.plus(-HOUR_MILLISECONDS);
    const { action, subjectId } = event;
    if (await this.entries.isKnownSince({ action, subjectId, actorId: by.userId }, since)) return;
    await this.witness(by, event);
  }

  /**
   * Writes an event beside an answer that stands already, such as a refusal: never throws and waits a second at most,
   * since a refusal must not fail because the trail is busy. What could not be written is logged. Call it outside a
   * unit of work, or the entry goes with the unit.
   */
  async note(by: Witnessed, event: TrailEvent): Promise<void> {
    const written = this.witness(by, event).catch((error) =>
      this.logger.error({ event, error: String(error) }, 'an event is missing in the trail'),
    );
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, NOTE_PATIENCE_MILLISECONDS);
    });
    await Promise.race([written, patience]);
    clearTimeout(timer);
  }
}
