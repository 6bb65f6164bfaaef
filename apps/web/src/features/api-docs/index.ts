import type { Feature } from '../../http/feature';
import { RouteList } from './route-list.service';

/** What the API says of itself: pages, machines’ doors, and what builds them. */
export const API_DOCS: Feature = {
  controllers: [],
  providers: [RouteList],
};
