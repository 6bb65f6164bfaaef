import type { Feature } from '../../http/feature';
import { SignInPage } from './sign-in.page';

/** Signing in: pages, machines’ doors, and what builds them. */
export const SIGN_IN: Feature = {
  controllers: [SignInPage],
  providers: [],
};
