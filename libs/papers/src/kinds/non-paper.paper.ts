import { type Actor, Users } from '@demarche/access';
import { Invalid, type Reason } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { isCode, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { wordsOfBlock } from '../text/block-words';
import type { PaperBlock } from '../text/paper-block';
import { CountryFacts, countryFactsOf } from './country-words';
import { nonPaperLeaks } from './non-paper-leaks';
import { PaperDefinition, type ReadPaper, wordingChanges } from './paper-definition';
import {
  RecommendationFacts,
  standingIn,
  RecommendationGroupFacts,
  bare,
  bareGroup,
  mustAskSomething,
} from './recommendation-facts';

// The country and what is asked, and nothing that a host government must not see: what is not here cannot leak.
const Facts = z.strictObject({
  country: z.strictObject(CountryFacts.shape),
  first: z.array(z.strictObject(RecommendationFacts.shape)).describe('The steps to take first'),
  others: z.array(RecommendationGroupFacts).describe('The further steps under their headings'),
});
type Facts = z.infer<typeof Facts>;

/** What is left with a government: no marking, no author, no word that only a cable may say. */
@Injectable()
export class NonPaper extends PaperDefinition<Facts> {
  static readonly facts = Facts;
  readonly kind = 'non-paper';
  override readonly tellsOfItself = false;

  constructor(private readonly users: Users) {
    super();
  }

  gather(_actor: Actor, view: PlanView) {
    mustAskSomething(view);
    const { high, others } = standingIn(view);
    const facts = {
      country: countryFactsOf(view),
      first: high.map(bare),
      others: others.map(bareGroup),
    };
    return Promise.resolve({ facts, marking: null });
  }

  changesSince(_actor: Actor, { blocks }: ReadPaper, { standing }: PlanView) {
    return Promise.resolve(wordingChanges(standing, blocks));
  }

  /** Throws Invalid with one reason for each place; its field is the label of the recommendation, or `template`. */
  override async check(actor: Actor, view: PlanView, blocks: readonly PaperBlock[]): Promise<void> {
    const names = await this.namesFor(actor, view);
    const reasons = blocks.flatMap((block) => reasonsAgainst(block, names));
    if (reasons.length > 0) throw new Invalid(reasons);
  }

  /** Full names only: a single word may be any word of the language. */
  private async namesFor(actor: Actor, { plan, post }: PlanView): Promise<string[]> {
    const author = await this.users.named(plan.createdBy);
    const people = [actor.name, author?.name ?? ''].filter((name) => name.trim().includes(' '));
    return post ? [...people, post.name] : people;
  }
}

function reasonsAgainst(block: PaperBlock, names: readonly string[]): Reason[] {
  const field = block.kind === 'ask' ? block.label : 'template';
  const who = block.kind === 'ask' ? `Recommendation ${block.label}` : 'The template non-paper.hbs';
  if (isCode('kept-back-part', block.kind)) {
    const message = `${who} makes ${wordFor('kept-back-part', block.kind)} (“${wordsOfBlock(block)}”), which no non-paper has.`;
    return [{ field, code: 'block-kind', message }];
  }
  return nonPaperLeaks(block.text, names).map(({ found, code, at }) => ({
    field,
    code,
    message: `${who} says “${found}” (character ${at + 1}): ${wordFor('non-paper-leak', code)}.`,
  }));
}
