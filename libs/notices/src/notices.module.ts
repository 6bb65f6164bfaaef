import { Module } from '@nestjs/common';
import { NoticeRepository } from './notice.repository';
import { Notices } from './notices.service';
import { SignInLinkNews } from './sign-in-link-news.service';

/** Opens the room of notices. */
@Module({ providers: [NoticeRepository, Notices, SignInLinkNews], exports: [Notices] })
export class NoticesModule {}
