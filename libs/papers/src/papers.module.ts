import { DeadlinesModule } from '@demarche/deadlines';
import { NarrativesModule } from '@demarche/narratives';
import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { ReviewModule } from '@demarche/review';
import { Module } from '@nestjs/common';
import { CableHeaderRepository } from './cable-header/cable-header.repository';
import { CableHeaders } from './cable-header/cable-headers.service';
import { KeptPapers } from './kept-papers.service';
import { PAPER_KIND_CLASSES, PaperKinds } from './kinds/paper-kinds.service';
import { PlanDatesReading } from './kinds/plan-dates.service';
import { PaperDrafting } from './paper-drafting.service';
import { PaperMaking } from './paper-making.service';
import { PaperReading } from './paper-reading.service';
import { PaperReleases } from './paper-releases.service';
import { PaperTemplates } from './paper-templates.service';
import { PaperRepository } from './paper.repository';

/** Opens the top floor; a template that says what its facts do not know stops the boot here. */
@Module({
  imports: [RegisterModule, ReviewModule, PlansModule, ProgressModule, DeadlinesModule, NarrativesModule],
  providers: [
    PaperRepository,
    PlanDatesReading,
    CableHeaderRepository,
    CableHeaders,
    ...Object.values(PAPER_KIND_CLASSES),
    PaperKinds,
    PaperTemplates,
    PaperDrafting,
    PaperMaking,
    KeptPapers,
    PaperReading,
    PaperReleases,
  ],
  exports: [CableHeaders, PaperMaking, KeptPapers, PaperReading, PaperReleases],
})
export class PapersModule {}
