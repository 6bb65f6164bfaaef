export { CONCURRENCY } from './bell';
export { defineJob } from './job';
export { JobQueue, QueueUnavailable, type Ring, type Verdict } from './job.queue';
export { JobRunner } from './job-runner';
export { EmbeddedQueue } from './embedded.queue';
export { BullmqQueue } from './bullmq.queue';
export { JobsModule } from './jobs.module';
export { untilQueueAnswers } from './bullmq.wait';
