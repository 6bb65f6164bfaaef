export { defineJob, GiveUp, type IdsOnly, type JobDefinition } from './job';
export { type BellOptions, JobQueue, QueueUnavailable, type Ring, type Run, type Verdict } from './job.queue';
export { type JobCounts, JobRunner } from './job-runner';
export { EmbeddedQueue } from './embedded.queue';
export { BullmqQueue } from './bullmq.queue';
export { SilentQueue } from './silent.queue';
export { type JobsMode, JobsModule } from './jobs.module';
export { untilQueueAnswers } from './bullmq.wait';
