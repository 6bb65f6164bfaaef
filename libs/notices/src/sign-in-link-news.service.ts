import { SignInLinkIssued, Users } from '@demarche/access';
import { Happenings, type Unit } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from './notices.service';

const FLOOR = 4;

/** Tells of a sign-in link that an administrator made for somebody else: that person, and every other administrator. */
@Injectable()
export class SignInLinkNews implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly users: Users,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.happenings.on(SignInLinkIssued, FLOOR, (event, unit) => this.tellOf(event, unit));
  }

  private async tellOf({ userId, by }: SignInLinkIssued, unit: Unit): Promise<void> {
    const person = await this.users.named(userId);
    const own = `${by.name} made a sign-in link for you. If you did not ask for it, tell an administrator at once.`;
    await this.notices.tell(unit, { userId, text: own, link: '/account' });
    const text = `${by.name} made a sign-in link for ${person?.name ?? 'somebody'}.`;
    for (const { id } of await this.users.withRole('administrator'))
      if (id !== by.userId && id !== userId)
        await this.notices.tell(unit, { userId: id, text, link: `/people/${userId}` });
  }
}
