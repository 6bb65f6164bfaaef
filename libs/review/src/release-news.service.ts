import { PERMISSIONS, type Person, Users } from '@demarche/access';
import { Notices } from '@demarche/notices';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Release } from './release.entity';

/** Tells people on screen how a release goes on: those who may confirm it, and then the one who proposed it. */
@Injectable()
export class ReleaseNews {
  constructor(
    private readonly users: Users,
    private readonly notices: Notices,
  ) {}

  /** Asks everybody who may confirm, the proposer excepted. */
  async proposed(unit: Unit, release: Release): Promise<void> {
    const text = `Waits for a second person before release: ${release.title}`;
    const people = await this.mayConfirm(release);
    const tellings = people.map(({ id: userId }) => ({ userId, text, link: release.link }));
    await this.notices.tellAll(unit, tellings);
  }

  /** Tells the proposer that the text may go out. */
  confirmed(unit: Unit, release: Release): Promise<void> {
    return this.tellProposer(unit, release, `Released: ${release.title}`);
  }

  /** Tells the proposer that the text may not go out; the reason stands on the page, not in the notice. */
  refused(unit: Unit, release: Release): Promise<void> {
    return this.tellProposer(unit, release, `Release refused, with a reason: ${release.title}`);
  }

  private async mayConfirm(release: Release): Promise<Person[]> {
    const people: Person[] = [];
    for (const role of PERMISSIONS['confirm-release']) people.push(...(await this.users.withRole(role)));
    return people.filter((person) => person.id !== release.proposedBy);
  }

  private async tellProposer(unit: Unit, release: Release, text: string): Promise<void> {
    const proposer = await this.users.named(release.proposedBy);
    if (!proposer?.isActive) return;
    await this.notices.tell(unit, { userId: proposer.id, text, link: release.link });
  }
}
