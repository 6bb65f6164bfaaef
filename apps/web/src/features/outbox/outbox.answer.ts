import { z } from 'zod';
import { listOf } from '../../http/api/listing';

/** A letter in the outbox folder, with the file name under which it is opened. */
export const OutboxLetterAnswer = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  messageId: z.string(),
  date: z.string().nullable(),
  text: z.string(),
});

/** undefined */
export const OutboxListAnswer = listOf(OutboxLetterAnswer);
