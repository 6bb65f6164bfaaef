import { JobRunner } from '@demarche/jobs';
import { SendingGate } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Has every process of the ledger look at its clock, and compare it with the queue's, before the first bell rings. */
@Injectable()
export class ClockWatch implements OnModuleInit {
  constructor(
    private readonly gate: SendingGate,
    private readonly runner: JobRunner,
  ) {}

  async onModuleInit(): Promise<void> {
    this.gate.compareWith('off-queue', () => this.runner.serverTime());
    await this.gate.watch();
  }
}
