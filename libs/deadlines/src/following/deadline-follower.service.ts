import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import type { Code } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { DeadlineKeeper, type Told } from '../deadline-keeper.service';
import { subjectNote } from '../subjects/subject-room';
import { DeadlineNotices } from './deadline-notices.service';

/** What the house changes of a deadline, and under which name the trail keeps it. */
export interface FollowedChange extends Told {
  action: Code<'audit-action'>;
  changes: Partial<Deadline>;
}

/** Changes deadlines after what they rest on; the trail says that the house did it, next to the act that made it so. */
@Injectable()
export class DeadlineFollower {
  constructor(
    private readonly keeper: DeadlineKeeper,
    private readonly notices: DeadlineNotices,
    private readonly acts: Acts,
  ) {}

  /** Changes a deadline inside the act that is going on, and tells its owner. */
  async follow(before: Deadline, { action, changes, ...told }: FollowedChange): Promise<Deadline> {
    const act = { permission: 'set-deadline', action } as const;
    return this.acts.perform(SYSTEM_ACTOR, act, async (unit, note) => {
      note.about('deadline', before.id, subjectNote(before));
      const change = { deadline: before, version: before.version, changes };
      const after = await this.keeper.change(unit, change, told);
      await this.notices.afterChange(unit, { before, after, by: SYSTEM_ACTOR });
      return after;
    });
  }
}
