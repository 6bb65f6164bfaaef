import { DeadlinesModule } from '@demarche/deadlines';
import { NarrativesModule } from '@demarche/narratives';
import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { ReviewModule } from '@demarche/review';
import { Module } from '@nestjs/common';
import { NonPaperGuard } from './non-paper-guard.service';
import { PaperDates } from './paper-dates.service';
import { PaperDrafting } from './paper-drafting.service';
import { PaperFacts } from './paper-facts.service';
import { PaperRepository } from './paper.repository';
import { PaperShelf } from './paper-shelf.service';
import { PaperWords } from './paper-words.service';
import { Papers } from './papers.service';

/** Opens the top floor; a template that says what its facts do not know stops the boot here. */
@Module({
  imports: [RegisterModule, ReviewModule, PlansModule, ProgressModule, DeadlinesModule, NarrativesModule],
  providers: [
    PaperRepository,
    PaperDates,
    PaperFacts,
    PaperWords,
    NonPaperGuard,
    PaperDrafting,
    PaperShelf,
    Papers,
  ],
  exports: [Papers],
})
export class PapersModule {}
