import type { Feature } from '../../http/feature';
import { StatisticsApi } from './statistics.api';
import { StatisticListModel } from './statistic-list.model';
import { StatisticsModel } from './statistics.model';
import { StatisticsPage } from './statistics.page';

/** Figures: pages, machines’ doors, and what builds them. */
export const STATISTICS: Feature = {
  controllers: [StatisticsApi, StatisticsPage],
  providers: [StatisticListModel, StatisticsModel],
};
