import type { Feature } from '../../http/feature';
import { HealthApi } from './health.api';

/** What proxies ask: pages, machines’ doors, and what builds them. */
export const HEALTH: Feature = {
  controllers: [HealthApi],
  providers: [],
};
