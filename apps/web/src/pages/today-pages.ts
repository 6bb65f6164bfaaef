import type { Type } from '@nestjs/common';
import { DeadlineModel } from './deadlines-one.model';
import { NewDeadlineModel } from './deadlines-new.model';
import { NewDeadlinePage } from './deadlines-new.page';
import { DeadlineOwners } from './deadlines-people';
import { DeadlinesModel } from './deadlines.model';
import { DeadlinesPage } from './deadlines.page';
import { EffortsModel } from './efforts.model';
import { EffortsPage } from './efforts.page';
import { ProgressModel } from './efforts-progress.model';
import { ProgressPage } from './efforts-progress.page';
import { LogModel } from './log.model';
import { LogPage } from './log.page';
import { AssessmentsModel } from './narrative-list.model';
import { NarrativeModel } from './narrative.model';
import { NarrativePage } from './narrative.page';
import { StatisticsModel } from './statistics.model';
import { StatisticsPage } from './statistics.page';
import { AdministratorHome } from './today-administrator.model';
import { ClearerHome } from './today-clearer.model';
import { DeskHome } from './today-desk.model';
import { ListYears } from './today-list-years';
import { ManagerHome } from './today-manager.model';
import { PostHome } from './today-post.model';
import { Standings } from './today-standings';
import { TodayPage } from './today.page';

/** The pages of the daily work: today, the log, deadlines, the assessment. */
export const WORK_PAGES: Type[] = [
  DeadlinesPage,
  EffortsPage,
  LogPage,
  NarrativePage,
  NewDeadlinePage,
  ProgressPage,
  StatisticsPage,
  TodayPage,
];

/** What builds their models. */
export const WORK_MODELS: Type[] = [
  AssessmentsModel,
  DeadlineModel,
  DeadlineOwners,
  DeadlinesModel,
  EffortsModel,
  LogModel,
  NarrativeModel,
  NewDeadlineModel,
  ProgressModel,
  StatisticsModel,
  AdministratorHome,
  ClearerHome,
  DeskHome,
  ListYears,
  ManagerHome,
  PostHome,
  Standings,
];
