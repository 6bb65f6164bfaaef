import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { Narrative } from './narrative.entity';
import { NarrativeRepository } from './narrative.repository';
import { Narratives } from './narratives.service';
import { Sources } from './sources.service';
import { NarrativeStandings } from './standings.service';

/** The tables of this room. */
export const narrativesEntities = [Narrative];

/** The interim assessment's sentences and what they rest on. */
@Module({
  imports: [RegisterModule, PlansModule, ProgressModule],
  providers: [NarrativeRepository, Sources, Narratives, NarrativeStandings],
  exports: [Narratives, NarrativeStandings],
})
export class NarrativesModule {}
