import type { Feature } from '../../http/feature';
import { EffortsModel } from './effort.model';
import { EffortsPage } from './effort.page';
import { EffortsApi } from './efforts.api';
import { LogPlans } from './log-plans';
import { LogModel } from './log.model';
import { LogPage } from './log.page';
import { ProgressModel } from './progress.model';
import { ProgressPage } from './progress.page';
import { EffortWithdrawalModel } from './withdrawal.model';

/** Acts as they are logged: pages, machines’ doors, and what builds them. */
export const LOG: Feature = {
  controllers: [EffortsPage, EffortsApi, LogPage, ProgressPage],
  providers: [EffortsModel, EffortWithdrawalModel, LogModel, LogPlans, ProgressModel],
};
