import type { Actor } from '@demarche/access';
import type { PlanView } from '@demarche/plans';
import type { Marking } from '@demarche/rules';
import type { PaperBlock } from '../text/paper-block';
import type { PaperFormat, PaperKind } from '../paper-kind';
import type { Paper } from '../paper.entity';

/** What a template needs, and the mark that the finished paper will carry; null for a paper without a marking. */
interface PaperSubstance<Facts = unknown> {
  facts: Facts;
  marking: Marking | null;
}

/** How far a plan has moved on since a paper was made of it; all four are 0 for a paper that still says what the plan says. */
export interface PaperChanges {
  /** Acts and figures logged since. */
  newEntries: number;
  /** Acts and figures that were there when it was made, and have been withdrawn since. */
  withdrawnEntries: number;
  /** Recommendations of the plan that the paper does not say, or says in other words. */
  missing: number;
  /** Recommendations in the paper that the plan no longer asks for in these words. */
  gone: number;
}

/** Notes for the drafter of a paper under one heading. */
export interface PaperNotes {
  heading: string;
  lines: string[];
}

/** A kept paper read back, as its kind needs it to judge what changed. */
export interface ReadPaper {
  paper: Paper;
  blocks: readonly PaperBlock[];
}

/**
 * One kind of paper, whole: what its template may say and where that comes from, how it is marked, what it must never
 * say, and in which forms it is handed out. A new kind is a subclass, its line in `PAPER_KIND_CLASSES`, and a template.
 */
export abstract class PaperDefinition<Facts = unknown> {
  abstract readonly kind: PaperKind;
  /** How its sheet and its Word file are set. */
  readonly look: 'paper' | 'cable' = 'paper';
  readonly formats: readonly PaperFormat[] = ['docx', 'txt'];
  /** Where a person settles what is still open in it. */
  readonly settledOn: 'plan' | 'narrative' = 'plan';
  /** Whether title and file tell which version this is, and the file the day on which it was made. */
  readonly tellsOfItself: boolean = true;

  /** What the template needs. Throws Conflict when the plan is not ready for this kind of paper. */
  abstract gather(actor: Actor, view: PlanView): Promise<PaperSubstance<Facts>>;

  /** What changed in the plan since a paper of this kind was made. */
  abstract changesSince(actor: Actor, paper: ReadPaper, view: PlanView): Promise<PaperChanges>;

  /** What stands beside the sheet for its drafter, from the facts of a kept paper; never part of its text. */
  notesBeside(_facts: unknown): PaperNotes[] {
    return [];
  }

  /** Throws Invalid with the place of everything that a paper of this kind must not say. */
  async check(_actor: Actor, _view: PlanView, _blocks: readonly PaperBlock[]): Promise<void> {
    await Promise.resolve();
  }
}

/** Compares what a plan asks for with what a paper says, word by word. */
export function wordingChanges(
  recommendations: readonly { text: string }[],
  blocks: readonly PaperBlock[],
): PaperChanges {
  const said = blocks.flatMap((block) => (block.kind === 'ask' ? [block.text] : []));
  const wanted = recommendations.map(({ text }) => text);
  return {
    newEntries: 0,
    withdrawnEntries: 0,
    missing: wanted.filter((text) => !said.includes(text)).length,
    gone: said.filter((text) => !wanted.includes(text)).length,
  };
}
