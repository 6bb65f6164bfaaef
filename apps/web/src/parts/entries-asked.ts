import { z } from 'zod';
import { PageInput } from '../http/api/listing';

/** Which entries of a plan a machine asks for: a page of those that stand, or of those that were withdrawn. */
export const EntriesInput = PageInput.extend({
  withdrawn: z.stringbool('Write true or false.').default(false),
});

/** The parsed question. */
export type EntriesAsked = z.output<typeof EntriesInput>;
