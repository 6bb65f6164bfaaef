import { type Actor, Users } from '@demarche/access';
import { Invalid, type Reason } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { wordsOfBlock } from './block-words';
import { LEAK_WORDS } from './leak-words';
import { nonPaperLeaks } from './non-paper-leaks';
import type { PaperBlock, PaperBlockKind } from './paper-block';

const HANDED_OVER: readonly PaperBlockKind[] = ['heading', 'plain', 'bullet', 'ask'];

const KIND_WORDS: Partial<Record<PaperBlockKind, string>> = {
  field: 'a header line',
  numbered: 'a marked paragraph',
  note: 'a note for the post',
  begin: 'the edge of a part',
  end: 'the edge of a part',
};

/** Stands between a plan and what leaves the house: refuses a non-paper that says what only a cable may say. */
@Injectable()
export class NonPaperGuard {
  constructor(private readonly users: Users) {}

  /** Throws Invalid with one reason for each place; its field is the label of the recommendation, or `template`. */
  async check(actor: Actor, view: PlanView, blocks: readonly PaperBlock[]): Promise<void> {
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
  if (!HANDED_OVER.includes(block.kind)) {
    const message = `${who} makes ${KIND_WORDS[block.kind]} (“${wordsOfBlock(block)}”), which no non-paper has.`;
    return [{ field, code: 'block-kind', message }];
  }
  return nonPaperLeaks(block.text, names).map(({ found, code, at }) => ({
    field,
    code,
    message: `${who} says “${found}” (character ${at + 1}): ${LEAK_WORDS[code]}.`,
  }));
}
