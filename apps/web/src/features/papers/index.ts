import type { Feature } from '../../http/feature';
import { CableHeaderApi } from './cable-header.api';
import { CableHeaderModel } from './cable-header.model';
import { CableHeaderPage } from './cable-header.page';
import { PaperModel } from './paper.model';
import { PapersApi } from './papers.api';
import { PapersPage } from './papers.page';
import { ReleasesApi } from './releases.api';

/** Papers and their release: pages, machines’ doors, and what builds them. */
export const PAPERS: Feature = {
  controllers: [CableHeaderApi, CableHeaderPage, PapersApi, PapersPage, ReleasesApi],
  providers: [PaperModel, CableHeaderModel],
};
