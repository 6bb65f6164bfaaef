import { wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, localDateOf, WASHINGTON_ZONE } from '@demarche/base';
import {
  KeptPapers,
  PAPER_KINDS,
  type PaperKind,
  paperPath,
  type ReleaseStanding,
  type ShelvedPaper,
} from '@demarche/papers';
import type { PlanView } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import type { Mark } from '../../parts/mark';
import { ageOf } from '../../parts/age';
import { changesInWords } from '../../parts/paper-changes';
import type { PlanSigns } from './plan-steps';
import { releaseMark } from '../../parts/release-panel';

/** The newest paper of a kind as a plan shows it. */
interface NewestPaper {
  title: string;
  href: string;
  madeAt: string;
  age: string;
  mark: Mark;
  state: ReleaseStanding['state'];
  isOutdated: boolean;
}

/** One kind of paper of a plan: the newest one, and how many earlier ones there are. */
interface PaperKindRow {
  kind: PaperKind;
  name: string;
  use: string;
  newest: NewestPaper | null;
  earlier: number;
}

/** What a plan shows of its papers. */
interface PlanPapers {
  /** One row for each kind of paper. */
  rows: PaperKindRow[];
  signs: PaperSigns;
}

/** The signs of a plan's steps that its papers give. */
type PaperSigns = Pick<PlanSigns, 'hasPaper' | 'hasProposal' | 'hasRelease' | 'hasAssessment' | 'isAssessed'>;

/** Says which papers a plan has and how far each is. */
@Injectable()
export class PlanPapersModel {
  constructor(
    private readonly papers: KeptPapers,
    private readonly clock: Clock,
  ) {}

  /** The papers of an opened plan by kind, and what they show of its steps. */
  async of(actor: Actor, view: PlanView): Promise<PlanPapers> {
    const made = await this.papers.shelf(actor, view);
    return { rows: PAPER_KINDS.map((kind) => this.rowOf(kind, made)), signs: signsOf(made) };
  }

  private rowOf(kind: PaperKind, made: readonly ShelvedPaper[]): PaperKindRow {
    const [newest, ...earlier] = made.filter((paper) => paper.kind === kind);
    return {
      kind,
      name: wordFor('paper-kind', kind),
      use: wordFor('paper-use', kind),
      newest: newest ? this.newestOf(newest) : null,
      earlier: earlier.length,
    };
  }

  private newestOf({ id, title, madeAt, standing, changes }: ShelvedPaper): NewestPaper {
    const { state } = standing;
    return {
      title,
      href: paperPath(id),
      madeAt,
      age: ageOf(localDateOf(madeAt, WASHINGTON_ZONE), this.clock.today(WASHINGTON_ZONE)),
      mark: releaseMark(state),
      state,
      isOutdated: changes !== null && changesInWords(changes) !== null,
    };
  }
}

/** Papers to the post and the government tell of four steps, the assessment of the last one. */
function signsOf(made: readonly ShelvedPaper[]): PaperSigns {
  const isConfirmed = ({ releases }: ShelvedPaper) =>
    releases.some(({ confirmedAt }) => confirmedAt !== null);
  const assessments = made.filter(({ kind }) => kind === 'interim-assessment');
  const others = made.filter(({ kind }) => kind !== 'interim-assessment');
  return {
    hasPaper: others.length > 0,
    hasProposal: others.some(({ releases }) => releases.length > 0),
    hasRelease: others.some(isConfirmed),
    hasAssessment: assessments.length > 0,
    isAssessed: assessments.some(isConfirmed),
  };
}
