import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';

const NoticeAnswer = z.object({
  id: z.string(),
  userId: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});

/** The person’s id, name, role and posts. */
export const AccountMeAnswer = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(codesOf('role')),
  postIds: z.array(z.string()),
});

/** undefined */
export const AccountListAnswer = listOf(NoticeAnswer);

/** Nothing more than that it was done. */
export const AccountReadAnswer = z.object({
  done: z.boolean(),
});
