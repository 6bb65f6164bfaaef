import type { Actor } from '@demarche/access';
import { type PaperFormat, PaperReading, PaperReleases } from '@demarche/papers';
import { RefuseReleaseInput } from '@demarche/review';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import { CountedAs } from '../../http/guards/limits.guard';
import { Download, WITNESSED, type PageModel, type PageResult } from '../../http/views/page-result';
import { NothingAsked } from '../../parts/paging';
import { PaperModel } from './paper.model';

/** Papers: shown as paper, handed out as files, and released by two people. */
@Controller()
export class PapersPage {
  constructor(
    private readonly reading: PaperReading,
    private readonly releases: PaperReleases,
    private readonly model: PaperModel,
  ) {}

  @Get('papers/:id')
  @View('papers/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.page(actor, id);
  }

  @Get('papers/:id/file.:format')
  @CountedAs('download')
  @View('papers/show')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('format') format: PaperFormat,
  ): Promise<PageResult> {
    return new Download(await this.reading.file(actor, id, format), WITNESSED);
  }

  @Post('papers/:id/propose')
  @View('papers/show')
  propose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.releases.propose(actor, id),
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
      act: () => this.releases.confirm(actor, id),
      then: () => `/papers/${id}?done=release-confirmed`,
      again: () => this.model.page(actor, id),
    });
  }

  @Post('papers/:id/refuse')
  @View('papers/show')
  refuse(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(RefuseReleaseInput, body, {
      act: (refusal) => this.releases.refuse(actor, id, refusal),
      then: () => `/papers/${id}?done=release-refused`,
      again: () => this.model.page(actor, id),
    });
  }
}
