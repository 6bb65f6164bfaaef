import type { Actor } from '@demarche/access';
import { idOf } from '@demarche/base';
import { PaperReleases } from '@demarche/papers';
import { RefuseReleaseInput, Review } from '@demarche/review';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { countedTo, type PageAsked, PageInput } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import {
  ReleasesAwaitingAnswer,
  ReleasesConfirmAnswer,
  ReleasesProposeAnswer,
  ReleasesRefuseAnswer,
} from './papers.answer';

const RefusalInput = RefuseReleaseInput.extend({ id: idOf('paper') });
type Refusal = z.infer<typeof RefusalInput>;

/** The release of papers: proposed by one person, confirmed or refused by another. */
@Controller('api/v1')
export class ReleasesApi {
  constructor(
    private readonly releases: PaperReleases,
    private readonly review: Review,
  ) {}

  @Get('releases')
  @Operation({
    summary: 'List what waits for your release',
    answer: 'Open proposals of other people.',
    schema: ReleasesAwaitingAnswer,
  })
  async awaiting(@CurrentActor() actor: Actor, @Input(PageInput) asked: PageAsked) {
    return countedTo(await this.review.awaitingPage(actor, asked.page), asked);
  }

  @Post('papers/:id/release/propose')
  @Operation({
    summary: 'Propose a paper for release',
    answer: 'The id of the proposal.',
    status: 201,
    schema: ReleasesProposeAnswer,
  })
  async propose(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.releases.propose(actor, id);
  }

  @Post('papers/:id/release/confirm')
  @Operation({
    summary: 'Confirm a release',
    answer: 'The id of the release that was confirmed.',
    schema: ReleasesConfirmAnswer,
  })
  async confirm(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.releases.confirm(actor, id);
  }

  @Post('papers/:id/release/refuse')
  @Operation({
    summary: 'Refuse a release',
    answer: 'The id of the proposal that was refused.',
    schema: ReleasesRefuseAnswer,
  })
  async refuse(@CurrentActor() actor: Actor, @Input(RefusalInput) { id, reason }: Refusal) {
    return this.releases.refuse(actor, id, { reason });
  }
}
