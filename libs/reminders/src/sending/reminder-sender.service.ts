import { Mailer } from '@demarche/mail';
import { Injectable } from '@nestjs/common';
import type { Delivery } from './delivery-course';
import { type Attempt, attemptAfter, KeptBack } from './mail-answer';
import { type Claim, ReminderClaims } from './reminder-claims.service';
import { type ReminderLetter, ReminderLetters } from './reminder-letter.service';
import { ReminderOutcomes } from './reminder-outcomes.service';

const NO_ANSWER = 'The sender ended before the mail server had answered.';
const NO_READER = 'The account of the reader is closed.';

/** Answers a bell: claims the row, words the letter, hands it to the mail, and settles what came of it. */
@Injectable()
export class ReminderSender {
  constructor(
    private readonly claims: ReminderClaims,
    private readonly letters: ReminderLetters,
    private readonly mailer: Mailer,
    private readonly outcomes: ReminderOutcomes,
  ) {}

  /** Rings one reminder; does nothing when it is not due, not owed, or in somebody else's hands. */
  async ring(reminderId: string): Promise<void> {
    const found = await this.claims.take(reminderId);
    if (found.kind === 'claimed') await this.deliver(found.claim);
    if (found.kind === 'silent') await this.settleSilent(found.row);
  }

  private async settleSilent(row: Claim): Promise<void> {
    const subject = await this.letters.compose(row).then(
      (letter) => letter.subject,
      () => '',
    );
    await this.settle(row, { kind: 'unanswered', response: NO_ANSWER }, subject);
  }

  private async deliver(claim: Claim): Promise<void> {
    const letter = await this.letterFor(claim);
    const { to, subject } = letter;
    if (to === null)
      await this.settle(claim, { kind: 'refused', reason: 'no-recipient', response: NO_READER }, subject);
    else await this.send(claim, { ...letter, to });
  }

  /** Wording may fail, for example on a template that was changed; the row must still come to an end that people see. */
  private async letterFor(claim: Claim): Promise<ReminderLetter> {
    try {
      return await this.letters.compose(claim);
    } catch (error) {
      await this.settle(claim, { kind: 'not-yet', reason: 'no-letter', response: 'no letter' }, '');
      throw error;
    }
  }

  private async send(claim: Claim, letter: ReminderLetter & { to: string }): Promise<void> {
    const { delivery, fault } = await this.attempt(claim, letter);
    // Settled outside the attempt: when the database fails now, an accepted mail must not be taken for a refused one.
    if (delivery) await this.settle(claim, delivery, letter.subject);
    if (fault) throw fault as Error;
  }

  private async attempt(claim: Claim, letter: ReminderLetter & { to: string }): Promise<Attempt> {
    const { to, subject, text } = letter;
    const message = { to, subject, text, messageId: claim.messageId };
    try {
      const { response } = await this.mailer.send(message, () => this.handOver(claim));
      return { delivery: { kind: 'accepted', response } };
    } catch (error) {
      return attemptAfter(error);
    }
  }

  private async handOver(claim: Claim): Promise<void> {
    const handover = await this.claims.handOver(claim);
    if (handover !== 'go') throw new KeptBack(`The reminder ${claim.id} was kept back: ${handover}.`);
  }

  private async settle(claim: Claim, delivery: Delivery, subject: string): Promise<void> {
    await this.outcomes.settle({ claim, delivery, subject });
  }
}
