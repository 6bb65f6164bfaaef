import type { Feature } from '../../http/feature';
import { AccountApi } from './account.api';
import { AccountModel } from './account.model';
import { AccountPage } from './account.page';

/** One’s own account: pages, machines’ doors, and what builds them. */
export const ACCOUNT: Feature = {
  controllers: [AccountApi, AccountPage],
  providers: [AccountModel],
};
