import type { Feature } from '../../http/feature';
import { PeopleApi } from './people.api';
import { PeopleModel } from './people.model';
import { PeoplePage } from './people.page';

/** Accounts: pages, machines’ doors, and what builds them. */
export const PEOPLE: Feature = {
  controllers: [PeopleApi, PeoplePage],
  providers: [PeopleModel],
};
