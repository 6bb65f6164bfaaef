import type { Feature } from '../../http/feature';

/** What proxies ask: pages, machines’ doors, and what builds them. */
export const HEALTH: Feature = {
  controllers: [],
  providers: [],
};
