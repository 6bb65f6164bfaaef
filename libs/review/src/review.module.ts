import { NoticesModule } from '@demarche/notices';
import { Module } from '@nestjs/common';
import { ReleaseNews } from './release-news.service';
import { ReleaseRepository } from './release.repository';
import { Review } from './review.service';

/** Opens the room of review. */
@Module({
  imports: [NoticesModule],
  providers: [ReleaseNews, ReleaseRepository, Review],
  exports: [Review],
})
export class ReviewModule {}
