import { codesOf } from '@demarche/words';
import { z } from 'zod';

/** The header that a plan's next cable will have; version 0 stands for one that nobody has chosen. */
export const CableHeaderAnswer = z.object({
  precedence: z.enum(codesOf('precedence')),
  captions: z.array(z.string()),
  tags: z.array(z.string()),
  references: z.array(z.string()),
  version: z.number(),
  origin: z.enum(['chosen', 'source', 'default']),
});

/** The new version. The first choice is made on version 0. */
export const CableHeaderChooseAnswer = z.object({
  version: z.number(),
});
