import { plural } from '@demarche/words';
import { type Actor, Audit, Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { Outbox } from '@demarche/mail';
import { Inject, Injectable } from '@nestjs/common';
import { Shown } from '../../http/views/page-result';

const MOST_LETTERS = 100;

/** Builds the home of an administrator: people, mail, and the trail. */
@Injectable()
export class AdministratorHome {
  constructor(
    private readonly users: Users,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The home of an administrator. */
  async page(actor: Actor): Promise<Shown> {
    const people = await this.users.list(actor);
    const [newest] = await this.audit.entries(actor, {});
    const open = people.filter(({ isActive }) => isActive).length;
    const doors = [
      {
        href: '/people',
        label: plural(open, { one: 'open account', many: 'open accounts' }),
        told: `${people.length - open} closed. Open an account or hand out a sign-in link.`,
      },
      { href: '/outbox', label: await this.lettersInWords(), told: this.mailInWords() },
      {
        href: '/audit',
        label: plural(newest?.seq ?? 0, { one: 'audit entry', many: 'audit entries' }),
        told: 'Who saw, changed or released what; each entry is chained to the one before.',
      },
      { href: '/register', label: 'Register', told: 'Posts, work weeks, holidays, cycles and their dates.' },
      {
        href: '/status',
        label: 'Status',
        told: 'Whether reminders leave in time, and whether the trail is whole.',
      },
    ];
    const model = { title: 'Today', context: 'How the house stands', act: null, doors };
    return new Shown(model, { view: 'today/administrator' });
  }

  private async lettersInWords(): Promise<string> {
    const letters = (await this.outbox.messages(MOST_LETTERS)).length;
    const isFull = letters === MOST_LETTERS;
    return isFull
      ? `${letters} letters or more`
      : plural(letters, { one: 'letter in the outbox', many: 'letters in the outbox' });
  }

  private mailInWords(): string {
    return this.settings.smtpUrl === null
      ? 'No mail server is set: letters are laid in a folder and can be read here.'
      : 'Mail goes out through the mail server; the folder keeps what was laid there before.';
  }
}
