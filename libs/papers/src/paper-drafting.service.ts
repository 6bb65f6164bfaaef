import type { Actor } from '@demarche/access';
import { Invalid } from '@demarche/base';
import { type Marking, tierWordsIn } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { wordsOfBlock } from './block-words';
import { cableOf } from './cable.presenter';
import { NonPaperGuard } from './non-paper-guard.service';
import type { PaperBlock } from './paper-block';
import { PaperFacts } from './paper-facts.service';
import type { NewPaper, PaperKind } from './paper-kind';
import { linesOf } from './paper-line';
import { parsePaperText } from './paper-text';
import { PaperWords } from './paper-words.service';

/** A paper before it is kept. */
export interface PaperDraft {
  text: string;
  templateHash: string;
  facts: unknown;
  marking: Marking | null;
}

/** Words a paper and lets nothing through that its kind must not say. */
@Injectable()
export class PaperDrafting {
  constructor(
    private readonly facts: PaperFacts,
    private readonly words: PaperWords,
    private readonly guard: NonPaperGuard,
  ) {}

  /** A draft of the paper. Throws NotFound, Conflict when the plan is not ready, Invalid with the place when it may not say that. */
  async draft(actor: Actor, wish: NewPaper): Promise<PaperDraft> {
    const { facts, marking, view } = await this.facts.gather(actor, wish);
    const text = tidied(this.words.render(wish.kind, facts));
    const blocks = parsePaperText(text);
    if (wish.kind === 'cable') cableOf(blocks);
    if (wish.kind === 'non-paper') await this.guard.check(actor, view, blocks);
    if (wish.kind === 'interim-assessment') refuseTierTalk(blocks);
    return { text, templateHash: this.words.hashOf(wish.kind), facts, marking };
  }

  /** The words that the template of a kind may use. */
  wordsYouMayUse(kind: PaperKind) {
    return this.words.wordsYouMayUse(kind);
  }
}

/** One block a line and nothing else: templates leave blanks and empty lines where their conditions stand. */
function tidied(rendered: string): string {
  return `${linesOf(rendered)
    .map(({ text }) => text)
    .join('\n')}\n`;
}

function refuseTierTalk(blocks: readonly PaperBlock[]): void {
  const reasons = blocks.map(wordsOfBlock).flatMap((words) =>
    tierWordsIn(words).map(({ found, code }) => ({
      field: 'narrative',
      code,
      message: `The assessment may not speak of tiers or forecasts, and it says “${found}” in “${words}”`,
    })),
  );
  if (reasons.length > 0) throw new Invalid(reasons);
}
