import type { Feature } from '../../http/feature';
import { StatusApi } from './status.api';
import { StatusModel } from './status.model';
import { StatusPage } from './status.page';

/** Whether the house works: pages, machines’ doors, and what builds them. */
export const STATUS: Feature = {
  controllers: [StatusApi, StatusPage],
  providers: [StatusModel],
};
