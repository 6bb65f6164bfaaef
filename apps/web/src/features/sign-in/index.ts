import type { Feature } from '../../http/feature';

/** Signing in: pages, machines’ doors, and what builds them. */
export const SIGN_IN: Feature = {
  controllers: [],
  providers: [],
};
