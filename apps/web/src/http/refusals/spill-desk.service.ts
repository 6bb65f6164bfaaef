import { STRANGER, Trail } from '@demarche/access';
import { SETTINGS, type Settings, type SpillStopped } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import type { Problem } from './problem';
import type { WebRequest } from '../web-request';

/**
 * What follows when a classified text was stopped: the trail learns by whom, by which rule and under which hash, and the
 * person learns whom to call. The text itself is nowhere kept, not even on the page that answers.
 */
@Injectable()
export class SpillDesk {
  constructor(
    private readonly trail: Trail,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Enters the find in the trail and says what to do now. */
  async take(request: WebRequest, { traces, reasons, message }: SpillStopped): Promise<Problem> {
    const by = request.presence?.actor ?? STRANGER;
    const { rule, hash } = traces[0] ?? {};
    await this.trail.note(by, { action: 'refuse.spill', detail: { rule, hash, finds: traces.length } });
    return {
      status: 422,
      title: 'This text must not be kept here',
      detail: `${message} ${NEXT_STEPS} Call ${this.settings.spillContact} now.`,
      reasons,
    };
  }
}

const NEXT_STEPS =
  'This house may hold texts up to SBU. Do not send it again, by this or any other unclassified way, and leave it where it is.';
