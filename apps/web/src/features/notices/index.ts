import type { Feature } from '../../http/feature';
import { NoticesPage } from './notices.page';

/** What a person is told on screen: pages, machines’ doors, and what builds them. */
export const NOTICES: Feature = {
  controllers: [NoticesPage],
  providers: [],
};
