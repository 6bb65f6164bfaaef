import type { PlacedPlan } from '@demarche/plans';
import type { Marking } from '@demarche/rules';
import type { Proposal, Release } from '@demarche/review';
import { wordFor } from '@demarche/words';
import type { PaperDefinition, PaperNotes } from './kinds/paper-definition';
import type { Paper } from './paper.entity';
import type { SheetPart } from './presenters/sheet.presenter';
import type { OpenSlot } from './text/open-slots';
import type { PaperBlock } from './text/paper-block';

/** How far a paper's release is: the newest proposal for exactly this text, if any. */
export interface ReleaseStanding {
  state: 'none' | 'proposed' | 'released' | 'refused' | 'lapsed';
  release: Release | null;
}

/** A paper with its plan, as its files need it. */
export interface PaperCopy extends Pick<PlacedPlan, 'plan' | 'country' | 'cycle' | 'post'> {
  paper: Paper;
  /** What people call it, for example `Non-paper 2`. */
  title: string;
  blocks: PaperBlock[];
  /** How its kind is set and handed out. */
  form: Pick<PaperDefinition, 'look' | 'formats' | 'tellsOfItself' | 'settledOn'>;
  /** What stands at head and foot of every page; null for a paper without a marking. */
  banner: string | null;
}

/** A paper with everything its page shows. */
export interface PaperView extends PaperCopy {
  sheet: SheetPart[];
  /** What somebody still has to fill before it can be proposed for release. */
  openSlots: OpenSlot[];
  /** What stands beside the sheet for its drafter and in no file of it. */
  notes: PaperNotes[];
  madeByName: string;
  standing: ReleaseStanding;
}

/** A mark in the words that stand at head and foot of a page. */
export function bannerOf(marking: Marking | null): string | null {
  return marking === null ? null : wordFor('banner', marking);
}

/** What people call a paper: its kind and its number, for example `Non-paper 2`. */
export function titleOf({ kind, number }: Pick<Paper, 'kind' | 'number'>): string {
  return `${wordFor('paper-kind', kind)} ${number}`;
}

/** Where a paper is shown on this site. */
export const paperPath = (paperId: string): string => `/papers/${paperId}`;

/** A paper as review knows it, for proposing its release and for confirming it. */
export function releaseSubject({
  paper,
  post,
  country,
}: Pick<PaperView, 'paper' | 'post' | 'country'>): Proposal {
  return {
    kind: 'paper',
    id: paper.id,
    text: paper.text,
    postId: post?.id ?? null,
    title: `${country.name}: ${titleOf(paper)}`,
    link: paperPath(paper.id),
  };
}

/** How far the release of exactly this text is; `releases` come newest first. */
export function standingOf(paper: Pick<Paper, 'textHash'>, releases: readonly Release[]): ReleaseStanding {
  const ofText = releases.filter(({ textHash }) => textHash === paper.textHash);
  const release = ofText.find(({ confirmedAt }) => confirmedAt !== null) ?? ofText[0] ?? null;
  if (!release) return { state: 'none', release };
  if (release.confirmedAt !== null) return { state: 'released', release };
  if (release.refusedAt !== null) return { state: 'refused', release };
  return { state: release.openSubject === null ? 'lapsed' : 'proposed', release };
}
