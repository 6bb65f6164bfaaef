import { Happenings, PracticeClockMoved, SendingPaused } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../actor';
import { Trail } from './trail.service';

const FLOOR = 3;

/** Keeps in the trail what becomes of the clock: every date that the house writes rests on it. */
@Injectable()
export class ClockTrail implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly trail: Trail,
  ) {}

  onModuleInit(): void {
    this.happenings.on(SendingPaused, FLOOR, ({ pause: { cause, aheadMilliseconds, machine } }) => {
      const detail = { cause, aheadMinutes: Math.round(aheadMilliseconds / 60_000), machine };
      return this.trail.witness(SYSTEM_ACTOR, { action: 'sending.pause', detail });
    });
    this.happenings.on(PracticeClockMoved, FLOOR, ({ to }) =>
      this.trail.witness(SYSTEM_ACTOR, { action: 'practice-clock.move', detail: { to } }),
    );
  }
}
