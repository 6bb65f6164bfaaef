import { idOf } from '@demarche/base';
import type { Actor } from '@demarche/access';
import {
  KeptPapers,
  type NewPaper,
  NewPaperInput,
  PaperFormatInput,
  PaperMaking,
  PaperReading,
} from '@demarche/papers';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { CurrentActor } from '../../http/decorators';
import { handOut } from '../../http/views/download';
import { CountedAs } from '../../http/guards/limits.guard';
import type { WebReply } from '../../http/web-request';
import { Input } from '../../http/api/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import { PaperViewAnswer, PapersGenerateAnswer, PapersOfAnswer } from './papers.answer';

const FileInput = z.strictObject({ id: idOf('paper'), format: PaperFormatInput });
type FileAsked = z.infer<typeof FileInput>;

/** Papers: made from a plan, kept as they were made, handed out as files. */
@Controller('api/v1')
export class PapersApi {
  constructor(
    private readonly papers: KeptPapers,
    private readonly reading: PaperReading,
    private readonly making: PaperMaking,
  ) {}

  @Get('plans/:planId/papers')
  @Operation({
    summary: 'List the papers of a plan',
    answer: 'Papers without their text, newest first.',
    schema: PapersOfAnswer,
  })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(PageInput) asked: PageAsked,
  ) {
    return listingOf(await this.papers.of(actor, planId), asked);
  }

  @Post('plans/:planId/papers')
  @Operation({
    summary: 'Make a paper',
    answer: 'The id of the paper and its number.',
    status: 201,
    schema: PapersGenerateAnswer,
  })
  generate(@CurrentActor() actor: Actor, @Input(NewPaperInput) wish: NewPaper) {
    return this.making.generate(actor, wish);
  }

  @Get('papers/:id')
  @Operation({
    summary: 'Read a paper',
    answer: 'The paper with its text, its blocks, its marking and how far its release is.',
    schema: PaperViewAnswer,
  })
  open(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.reading.read(actor, id);
  }

  @Get('papers/:id/file')
  @CountedAs('download')
  @Operation({
    summary: 'Download a paper',
    answer: 'The file: txt, docx, or the form of a cable for a cable.',
    mediaType: 'application/octet-stream',
  })
  async file(
    @CurrentActor() actor: Actor,
    @Input(FileInput) { id, format }: FileAsked,
    @Res({ passthrough: true }) reply: WebReply,
  ) {
    return handOut(reply, await this.reading.file(actor, id, format));
  }
}
