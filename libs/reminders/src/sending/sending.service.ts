import { type Actor, Acts } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { type SendingPause, SendingPauses } from '@demarche/store';
import { Injectable } from '@nestjs/common';

/** Tells why nothing is sent, and lets sending go on once a person has confirmed the time (REL-8). */
@Injectable()
export class Sending {
  constructor(
    private readonly pauses: SendingPauses,
    private readonly acts: Acts,
  ) {}

  /** The pause that stands, or null. Throws Forbidden without `resume-sending`. */
  pause(actor: Actor): Promise<SendingPause | null> {
    actor.must('resume-sending');
    return this.pauses.current();
  }

  /** Lets every process send again by its clock as it is now. Throws Forbidden, and Conflict where nothing is paused. */
  async resume(actor: Actor): Promise<void> {
    const act = { permission: 'resume-sending', action: 'sending.resume' } as const;
    await this.acts.perform(actor, act, async (_unit, note) => {
      const ended = await this.pauses.end();
      if (!ended) throw new Conflict('state', 'Sending is not paused, so there is nothing to confirm.');
      note.detail = { cause: ended.cause, machine: ended.machine };
    });
  }
}
