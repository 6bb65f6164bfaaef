import type { Feature } from '../../http/feature';
import { CountriesApi } from './countries.api';
import { CountriesModel } from './countries.model';
import { CountriesPage } from './countries.page';
import { CountryModel } from './country.model';

/** Countries and where they stand: pages, machines’ doors, and what builds them. */
export const COUNTRIES: Feature = {
  controllers: [CountriesApi, CountriesPage],
  providers: [CountriesModel, CountryModel],
};
