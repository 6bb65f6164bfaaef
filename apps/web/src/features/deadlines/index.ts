import type { Feature } from '../../http/feature';
import { DeadlinesModel } from './board.model';
import { DeadlineChangesApi } from './deadline-changes.api';
import { DeadlineOwners } from './deadline-owners';
import { DeadlineModel } from './deadline.model';
import { DeadlinesApi } from './deadlines.api';
import { DeadlinesPage } from './deadlines.page';
import { NewDeadlineModel } from './new-deadline.model';
import { NewDeadlinePage } from './new-deadline.page';
import { ToldDeadlines } from './told-deadlines';

/** What is due: pages, machines’ doors, and what builds them. */
export const DEADLINES: Feature = {
  controllers: [DeadlineChangesApi, DeadlinesApi, DeadlinesPage, NewDeadlinePage],
  providers: [DeadlinesModel, DeadlineOwners, DeadlineModel, NewDeadlineModel, ToldDeadlines],
};
