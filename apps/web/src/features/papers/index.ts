import type { Feature } from '../../http/feature';
import { PaperModel } from './paper.model';
import { PapersApi } from './papers.api';
import { PapersPage } from './papers.page';
import { ReleasesApi } from './releases.api';

/** Papers and their release: pages, machines’ doors, and what builds them. */
export const PAPERS: Feature = {
  controllers: [PapersApi, PapersPage, ReleasesApi],
  providers: [PaperModel],
};
