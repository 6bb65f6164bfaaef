import { Clock, LOGGER, type Logger, SETTINGS, type Settings } from '@demarche/base';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { BullmqQueue } from './bullmq.queue';
import { EmbeddedQueue } from './embedded.queue';
import { JobQueue } from './job.queue';
import { JobRunner } from './job-runner';
import { SilentQueue } from './silent.queue';

/** Whether a process rings bells or only sets them, as a web process beside workers and every command does. */
export type JobsMode = 'ring' | 'silent';

const MODE = Symbol('jobs mode');

/** The queue for a process: Redis when there is one, else timers where bells ring and silence where they do not. */
function chooseQueue(mode: JobsMode, settings: Settings, parts: { clock: Clock; logger: Logger }): JobQueue {
  const { redisUrl: url, queuePrefix: prefix } = settings;
  if (url !== null) return new BullmqQueue({ url, prefix }, parts.clock, parts.logger);
  return mode === 'ring' ? new EmbeddedQueue(parts.clock) : new SilentQueue();
}

/** Hands out the queue and its runner to the whole house; rings from the end of the boot until the shutdown begins. */
@Module({})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly runner: JobRunner,
    @Inject(MODE) private readonly mode: JobsMode,
  ) {}

  /** Binds the queue that the settings and the mode ask for. */
  static forRoot({ mode }: { mode: JobsMode }): DynamicModule {
    const queue = {
      provide: JobQueue,
      inject: [SETTINGS, Clock, LOGGER],
      useFactory: (settings: Settings, clock: Clock, logger: Logger) =>
        chooseQueue(mode, settings, { clock, logger }),
    };
    const runner = {
      provide: JobRunner,
      inject: [JobQueue, LOGGER],
      useFactory: (queue: JobQueue, logger: Logger) => new JobRunner(queue, logger),
    };
    const providers = [queue, runner, { provide: MODE, useValue: mode }];
    return { module: JobsModule, global: true, providers, exports: [JobQueue, JobRunner] };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.mode === 'ring') await this.runner.open();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.close();
  }
}
