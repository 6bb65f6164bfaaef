import type { Feature } from '../../http/feature';
import { RouteList } from './route-list.service';
import { OpenapiApi } from './openapi.api';

/** What the API says of itself: pages, machines’ doors, and what builds them. */
export const API_DOCS: Feature = {
  controllers: [OpenapiApi],
  providers: [RouteList],
};
