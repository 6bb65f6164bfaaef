import type { Feature } from '../../http/feature';
import { PeopleApi } from './people.api';
import { PeopleModel } from './people.model';
import { PeoplePage } from './people.page';
import { PersonChangeModel } from './person-change.model';
import { PersonChangePage } from './person-change.page';

/** Accounts: pages, machines’ doors, and what builds them. */
export const PEOPLE: Feature = {
  controllers: [PeopleApi, PeoplePage, PersonChangePage],
  providers: [PeopleModel, PersonChangeModel],
};
