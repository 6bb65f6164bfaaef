import { filterId, wholeNumber } from '@demarche/base';
import { type Actor, Audit, type AuditFilter } from '@demarche/access';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { AuditEntriesAnswer, AuditVerdictAnswer } from './audit.answer';

const LAST_ENTRY = 1_000_000_000;
const TrailInput = z.strictObject({
  actorId: filterId(),
  subjectId: filterId(),
  before: wholeNumber({ missing: 'Give the number of an entry.', least: 1, most: LAST_ENTRY }).optional(),
});
type TrailAsked = z.infer<typeof TrailInput>;

/** The audit trail, for administrators. */
@Controller('api/v1')
export class AuditApi {
  constructor(private readonly audit: Audit) {}

  @Get('audit')
  @Operation({
    summary: 'Read the audit trail',
    answer: 'Entries newest first, 50 at once; `before` asks for those before an entry’s number.',
    schema: AuditEntriesAnswer,
  })
  async entries(@CurrentActor() actor: Actor, @Input(TrailInput) asked: TrailAsked) {
    const told = Object.entries<unknown>(asked).filter(([, value]) => value !== undefined);
    return { rows: await this.audit.entries(actor, Object.fromEntries(told) as AuditFilter) };
  }

  @Get('audit/verdict')
  @Operation({
    summary: 'Check the chain of the audit trail',
    answer: 'How many entries were read, and the first fault found or null.',
    schema: AuditVerdictAnswer,
  })
  verdict(@CurrentActor() actor: Actor) {
    actor.must('read-audit');
    return this.audit.verify();
  }
}
