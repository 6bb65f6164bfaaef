import { wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, localDateOf, WASHINGTON_ZONE } from '@demarche/base';
import {
  KeptPapers,
  PAPER_KINDS,
  type PaperKind,
  paperPath,
  type PaperRow,
  type ReleaseStanding,
} from '@demarche/papers';
import type { PlanView } from '@demarche/plans';
import { type Release, Review } from '@demarche/review';
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

/** The signs of a plan's steps that its papers give. */
type PaperSigns = Pick<PlanSigns, 'hasPaper' | 'hasProposal' | 'hasRelease' | 'hasAssessment' | 'isAssessed'>;

/** Says which papers a plan has and how far each is. */
@Injectable()
export class PlanPapersModel {
  constructor(
    private readonly papers: KeptPapers,
    private readonly review: Review,
    private readonly clock: Clock,
  ) {}

  /** One row for each kind of paper. */
  async of(actor: Actor, view: PlanView): Promise<PaperKindRow[]> {
    const made = await this.papers.of(actor, view.plan.id);
    const rows: PaperKindRow[] = [];
    for (const kind of PAPER_KINDS) {
      const [newest, ...earlier] = made.filter((paper) => paper.kind === kind);
      rows.push({
        kind,
        name: wordFor('paper-kind', kind),
        use: wordFor('paper-use', kind),
        newest: newest ? await this.newestOf(actor, view, newest) : null,
        earlier: earlier.length,
      });
    }
    return rows;
  }

  /** What the papers of a plan show of its steps: those to the post and the government, and the assessment apart. */
  async signs(actor: Actor, planId: string): Promise<PaperSigns> {
    const made = await this.papers.of(actor, planId);
    const releases = await this.review.ofEach(
      actor,
      'paper',
      made.map(({ id }) => id),
    );
    const assessments = made.filter(({ kind }) => kind === 'interim-assessment').map(({ id }) => id);
    const isAssessment = ({ subjectId }: Release) => assessments.includes(subjectId);
    const confirmed = releases.filter(({ confirmedAt }) => confirmedAt !== null);
    return {
      hasPaper: made.length > assessments.length,
      hasProposal: !releases.every(isAssessment),
      hasRelease: !confirmed.every(isAssessment),
      hasAssessment: assessments.length > 0,
      isAssessed: confirmed.some(isAssessment),
    };
  }

  private async newestOf(
    actor: Actor,
    view: PlanView,
    { id, title, madeAt }: PaperRow,
  ): Promise<NewestPaper> {
    const paper = await this.papers.open(actor, id);
    const { state } = paper.standing;
    return {
      title,
      href: paperPath(id),
      madeAt,
      age: ageOf(localDateOf(madeAt, WASHINGTON_ZONE), this.clock.today(WASHINGTON_ZONE)),
      mark: releaseMark(state),
      state,
      isOutdated: changesInWords(await this.papers.changesSince(actor, paper, view)) !== null,
    };
  }
}
