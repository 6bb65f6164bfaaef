import type { Feature } from '../../http/feature';
import { AdministratorHome } from './administrator.model';
import { ClearerHome } from './clearer.model';
import { DeskHome } from './desk.model';
import { ListYears } from './list-years';
import { ManagerHome } from './manager.model';
import { PostHome } from './post.model';
import { TodayPage } from './today.page';

/** The home of each role: pages, machines’ doors, and what builds them. */
export const TODAY: Feature = {
  controllers: [TodayPage],
  providers: [AdministratorHome, ClearerHome, DeskHome, ListYears, ManagerHome, PostHome],
};
