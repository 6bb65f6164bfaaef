import { z } from 'zod';

/** Whether sending is paused; the cause, and by how many milliseconds the clock was ahead, negative when behind. */
export const SendingAnswer = z.object({
  isPaused: z.boolean(),
  pause: z
    .object({
      cause: z.enum(['jumped', 'behind-last-written', 'off-database', 'off-queue']),
      aheadMilliseconds: z.number(),
      machine: z.string(),
      readAt: z.string(),
    })
    .nullable(),
});

/** What the confirmation of the time answers. */
export const SendingResumeAnswer = z.object({ done: z.boolean() });
