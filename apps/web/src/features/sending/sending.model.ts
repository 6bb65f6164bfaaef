import type { Actor } from '@demarche/access';
import { Clock, SystemClock } from '@demarche/base';
import { Sending } from '@demarche/reminders';
import type { SendingPause } from '@demarche/store';
import { plural } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Says in words what a process found wrong with its clock. */
@Injectable()
export class SendingModel {
  constructor(
    private readonly sending: Sending,
    private readonly clock: Clock,
  ) {}

  /** The page. Throws Forbidden without `resume-sending`. */
  async page(actor: Actor): Promise<PageModel> {
    const pause = await this.sending.pause(actor);
    return {
      title: pause ? 'Sending is paused' : 'Sending goes on',
      context: pause
        ? 'A clock was found wrong. No reminder goes out until somebody confirms the time.'
        : 'No clock was found wrong, so reminders go out when they are due.',
      pause: pause && {
        found: FOUND[pause.cause](spanOf(pause.aheadMilliseconds)),
        machine: pause.machine,
        readAt: pause.readAt,
      },
      nowAt: this.clock instanceof SystemClock ? this.clock.machine.instant() : this.clock.now(),
      form: freshForm(),
    };
  }
}

const FOUND: Record<SendingPause['cause'], (span: Span) => string> = {
  jumped: ({ size, isAhead }) =>
    `The clock moved ${size} ${isAhead ? 'forward' : 'back'} in one step, while Demarche was running.`,
  'behind-last-written': ({ size }) =>
    `At the start the clock was ${size} earlier than the last time that Demarche had written down.`,
  'off-database': ({ size, isAhead }) =>
    `The clock was ${size} ${isAhead ? 'ahead of' : 'behind'} the clock of the database server.`,
  'off-queue': ({ size, isAhead }) =>
    `The clock was ${size} ${isAhead ? 'ahead of' : 'behind'} the clock of the queue server.`,
};

interface Span {
  size: string;
  isAhead: boolean;
}

function spanOf(milliseconds: number): Span {
  return { size: sizeOf(Math.abs(milliseconds)), isAhead: milliseconds > 0 };
}

function sizeOf(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return plural(Math.round(milliseconds / DAY), { one: 'day', many: 'days' });
  if (milliseconds >= 2 * HOUR)
    return plural(Math.round(milliseconds / HOUR), { one: 'hour', many: 'hours' });
  return plural(Math.ceil(milliseconds / 60_000), { one: 'minute', many: 'minutes' });
}
