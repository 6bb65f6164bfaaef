import { Module } from '@nestjs/common';
import { NoticeRepository } from './notice.repository';
import { Notices } from './notices.service';

/** Opens the room of notices. */
@Module({ providers: [NoticeRepository, Notices], exports: [Notices] })
export class NoticesModule {}
