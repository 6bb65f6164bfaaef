import type { Feature } from '../../http/feature';
import { CableImportModel } from './cable-import.model';
import { CableImportPage } from './cable-import.page';
import { CablesApi } from './cables.api';

/** A cable read in and checked: pages, machines’ doors, and what builds them. */
export const CABLES: Feature = {
  controllers: [CableImportPage, CablesApi],
  providers: [CableImportModel],
};
