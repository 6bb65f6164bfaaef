import type { Feature } from '../../http/feature';
import { RegisterCyclesModel } from './cycles.model';
import { RegisterCyclesPage } from './cycles.page';
import { RegisterPostsModel } from './posts.model';
import { RegisterPostsPage } from './posts.page';
import { RegisterApi } from './register.api';
import { RegisterModel } from './register.model';
import { RegisterPage } from './register.page';
import { RegisterImportModel } from './table-import.model';
import { RegisterImportPage } from './table-import.page';

/** The register: pages, machines’ doors, and what builds them. */
export const REGISTER: Feature = {
  controllers: [RegisterCyclesPage, RegisterPostsPage, RegisterApi, RegisterPage, RegisterImportPage],
  providers: [RegisterCyclesModel, RegisterPostsModel, RegisterModel, RegisterImportModel],
};
