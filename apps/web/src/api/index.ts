import type { Type } from '@nestjs/common';
import { AccountApi } from './account.api';
import { AuditApi } from './audit.api';
import { CablesApi } from './cables.api';
import { CountriesApi } from './countries.api';
import { DeadlineChangesApi } from './deadline-changes.api';
import { DeadlinesApi } from './deadlines.api';
import { EffortsApi } from './efforts.api';
import { HealthApi } from './health.api';
import { NarrativesApi } from './narratives.api';
import { OpenapiApi } from './openapi.api';
import { OutboxApi } from './outbox.api';
import { PapersApi } from './papers.api';
import { PeopleApi } from './people.api';
import { PlansApi } from './plans.api';
import { RecommendationsApi } from './recommendations.api';
import { RegisterApi } from './register.api';
import { ReleasesApi } from './releases.api';
import { RouteList } from './route-list.service';
import { StatisticsApi } from './statistics.api';

/** Every door for machines, in the order in which the document tells of them. */
export const API_DOORS: Type[] = [
  HealthApi,
  OpenapiApi,
  AccountApi,
  PlansApi,
  RecommendationsApi,
  CablesApi,
  PapersApi,
  ReleasesApi,
  EffortsApi,
  StatisticsApi,
  DeadlinesApi,
  DeadlineChangesApi,
  NarrativesApi,
  CountriesApi,
  RegisterApi,
  PeopleApi,
  AuditApi,
  OutboxApi,
];

/** What they need besides the rooms. */
export const API_PARTS: Type[] = [RouteList];
