import { accept } from '@demarche/base';
import { z } from 'zod';
import type { PostLookup } from './post-known';

/** A rule as the command line offers it: what it takes, an example, and how it decides. */
interface RuleCard<S extends z.ZodObject> {
  name: string;
  summary: string;
  input: S;
  example: z.input<S>;
  /** What the example's verdict is, so that a reader sees the shape of the result. */
  verdict: unknown;
  decide(given: z.output<S>, posts: PostLookup): unknown;
}

/** A rule after its input type has been forgotten, so that rules can stand in one list. */
export interface Rule extends Pick<RuleCard<z.ZodObject>, 'name' | 'summary' | 'input' | 'verdict'> {
  example: unknown;
  /** Throws Invalid for input that does not fit and for an unknown post, RangeError for unusable days. */
  judge(given: unknown, posts: PostLookup): Promise<unknown>;
}

/** Makes a rule of its card: input is checked by the schema before the rule sees it. */
export function ruleOf<S extends z.ZodObject>(card: RuleCard<S>): Rule {
  const judge = async (given: unknown, posts: PostLookup) => card.decide(accept(card.input, given), posts);
  const { name, summary, input, example, verdict } = card;
  return { name, summary, input, example, verdict, judge };
}
