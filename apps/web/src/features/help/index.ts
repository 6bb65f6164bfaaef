import type { Feature } from '../../http/feature';

/** Help: pages, machines’ doors, and what builds them. */
export const HELP: Feature = {
  controllers: [],
  providers: [],
};
