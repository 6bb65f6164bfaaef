import { SETTINGS, type Settings } from '@demarche/base';
import { DeadlinesModule } from '@demarche/deadlines';
import { JobRunner } from '@demarche/jobs';
import { NoticesModule } from '@demarche/notices';
import { RegisterModule } from '@demarche/register';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { LedgerTurns } from './ledger/ledger-turns.service';
import { SweepLog } from './ledger/sweep-log.service';
import { RemindersModule } from './reminders.module';
import { LetterFactsRepository } from './sending/letter-facts.repository';
import { RING_REMINDER, SWEEP_REMINDERS } from './sending/reminder.jobs';
import { ReminderClaims } from './sending/reminder-claims.service';
import { ReminderLetters } from './sending/reminder-letter.service';
import { ReminderNotices } from './sending/reminder-notices.service';
import { ReminderOutcomes } from './sending/reminder-outcomes.service';
import { ReminderSender } from './sending/reminder-sender.service';
import { ReminderSweep } from './sending/reminder-sweep.service';
import { SendingTimes } from './sending/sending-times.service';

/** Answers the bells: for the worker, and for a web process that rings by itself. Exactly one of them opens it. */
@Module({
  imports: [RegisterModule, DeadlinesModule, NoticesModule, RemindersModule],
  providers: [
    LedgerTurns,
    LetterFactsRepository,
    ReminderClaims,
    ReminderLetters,
    ReminderNotices,
    ReminderOutcomes,
    ReminderSender,
    ReminderSweep,
    SendingTimes,
  ],
  exports: [ReminderSender, ReminderSweep],
})
export class BellModule implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    private readonly sender: ReminderSender,
    private readonly sweep: ReminderSweep,
    private readonly sweeps: SweepLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sweeps at the boot and then at every interval: the queue's own every() rings at once. */
  onModuleInit(): void {
    this.runner.handle(RING_REMINDER, ({ reminderId }) => this.sender.ring(reminderId));
    this.runner.handle(SWEEP_REMINDERS, async () => {
      await this.sweep.round();
      await this.sweeps.note();
    });
    this.runner.every(SWEEP_REMINDERS, this.settings.sweepSeconds * 1_000);
  }
}
