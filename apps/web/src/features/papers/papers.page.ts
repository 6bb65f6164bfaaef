import type { Actor } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { KeptPapers, type PaperFormat, releaseSubject } from '@demarche/papers';
import { RefuseReleaseInput, Review } from '@demarche/review';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms';
import { Download, type PageModel, type PageResult } from '../../http/page-result';
import { NothingAsked } from '../../parts/paging';
import { PaperModel } from './paper.model';

/** Papers: shown as paper, handed out as files, and released by two people. */
@Controller()
export class PapersPage {
  constructor(
    private readonly papers: KeptPapers,
    private readonly review: Review,
    private readonly model: PaperModel,
  ) {}

  @Get('papers/:id')
  @View('papers/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.page(actor, id);
  }

  @Get('papers/:id/file.:format')
  @View('papers/show')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('format') format: PaperFormat,
  ): Promise<PageResult> {
    return new Download(await this.papers.file(actor, id, format));
  }

  @Post('papers/:id/propose')
  @View('papers/show')
  propose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: async () => this.review.propose(actor, releaseSubject(await this.papers.open(actor, id))),
      then: () => `/papers/${id}?done=release-proposed`,
      again: () => this.model.page(actor, id),
    });
  }

  @Post('papers/:id/confirm')
  @View('papers/show')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: async () => {
        const { releaseId, text } = await this.proposed(actor, id);
        return this.review.confirm(actor, releaseId, { text });
      },
      then: () => `/papers/${id}?done=release-confirmed`,
      again: () => this.model.page(actor, id),
    });
  }

  @Post('papers/:id/refuse')
  @View('papers/show')
  refuse(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(RefuseReleaseInput, body, {
      act: async (refusal) => this.review.refuse(actor, (await this.proposed(actor, id)).releaseId, refusal),
      then: () => `/papers/${id}?done=release-refused`,
      again: () => this.model.page(actor, id),
    });
  }

  /** The proposal for exactly this paper's text. Throws Conflict when there has never been one. */
  private async proposed(actor: Actor, id: string): Promise<{ releaseId: string; text: string }> {
    const { paper, standing } = await this.papers.open(actor, id);
    if (standing.release) return { releaseId: standing.release.id, text: paper.text };
    throw new Conflict('state', 'This paper has not been proposed for release.');
  }
}
