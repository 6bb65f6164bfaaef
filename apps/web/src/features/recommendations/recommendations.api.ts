import type { Actor } from '@demarche/access';
import {
  type Drop,
  DropInput,
  PlanReading,
  Recommendations,
  type RestoreRecommendation,
  RestoreRecommendationInput,
  type Rewording,
  RewordingInput,
} from '@demarche/plans';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { LabelledRecommendationAnswer } from '../../parts/shared.answer';
import { RecommendationReceiptAnswer, RecommendationsWordingsAnswer } from './recommendations.answer';

/** Single recommendations: read, reworded, dropped, restored. */
@Controller('api/v1/recommendations')
export class RecommendationsApi {
  constructor(
    private readonly plans: PlanReading,
    private readonly recommendations: Recommendations,
  ) {}

  @Get(':id')
  @Operation({
    summary: 'Read a recommendation',
    answer: 'The recommendation with its version.',
    schema: LabelledRecommendationAnswer,
  })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.plans.recommendation(actor, id);
  }

  @Get(':id/wordings')
  @Operation({
    summary: 'Read every wording of a recommendation',
    answer: 'All wordings, the oldest first, with who changed them and why.',
    schema: RecommendationsWordingsAnswer,
  })
  async wordings(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return { rows: await this.plans.revisions(actor, id) };
  }

  @Post(':id/reword')
  @Operation({
    summary: 'Reword a recommendation',
    answer: 'Its id and its new version. A note left out is a note taken away.',
    schema: RecommendationReceiptAnswer,
  })
  reword(@CurrentActor() actor: Actor, @Input(RewordingInput) rewording: Rewording) {
    return this.recommendations.reword(actor, rewording);
  }

  @Post(':id/drop')
  @Operation({
    summary: 'Drop a recommendation',
    answer: 'Its id and its new version. Reminders that hang on it are cancelled.',
    schema: RecommendationReceiptAnswer,
  })
  drop(@CurrentActor() actor: Actor, @Input(DropInput) drop: Drop) {
    return this.recommendations.drop(actor, drop);
  }

  @Post(':id/restore')
  @Operation({
    summary: 'Restore a dropped recommendation',
    answer: 'Its id and its new version. It is asked for again, under the number it had.',
    schema: RecommendationReceiptAnswer,
  })
  restore(@CurrentActor() actor: Actor, @Input(RestoreRecommendationInput) restoring: RestoreRecommendation) {
    return this.recommendations.restore(actor, restoring);
  }
}
