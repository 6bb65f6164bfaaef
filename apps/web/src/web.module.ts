import type { ProcessParts } from '@demarche/base';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { EXAMPLE } from './example';
import { ACCOUNT } from './features/account';
import { API_DOCS } from './features/api-docs';
import { AUDIT } from './features/audit';
import { CABLES } from './features/cables';
import { COUNTRIES } from './features/countries';
import { DEADLINES } from './features/deadlines';
import { HEALTH } from './features/health';
import { HELP } from './features/help';
import { LOG } from './features/log';
import { NARRATIVE } from './features/narrative';
import { NOTICES } from './features/notices';
import { OUTBOX } from './features/outbox';
import { PAPERS } from './features/papers';
import { PEOPLE } from './features/people';
import { PLANS } from './features/plans';
import { RECOMMENDATIONS } from './features/recommendations';
import { REGISTER } from './features/register';
import { SENDING } from './features/sending';
import { SIGN_IN } from './features/sign-in';
import { STATISTICS } from './features/statistics';
import { STATUS } from './features/status';
import { TODAY } from './features/today';
import { AnswerPresenter } from './http/api/answer-presenter';
import { Assets } from './http/views/assets';
import { AddressGuard } from './http/guards/address.guard';
import { CsrfGuard } from './http/guards/csrf.guard';
import { ErrorFilter } from './http/refusals/error.filter';
import type { Feature } from './http/feature';
import { FormAgain } from './http/forms/form-again.service';
import { SpillDesk } from './http/refusals/spill-desk.service';
import { Frame } from './http/views/frame.service';
import { KeptFormGuard } from './http/forms/kept-form.guard';
import { LimitsGuard } from './http/guards/limits.guard';
import { PageRenderer } from './http/views/page-renderer';
import { Refusals } from './http/refusals/refusals.service';
import { SessionGuard } from './http/guards/session.guard';
import { ViewEngine } from './http/views/view-engine';
import { RegisterChoices } from './parts/register-choices';
import { Standings } from './parts/standings';
import { roomsOn } from './web.rooms';

/** In the order in which the API document tells of them. */
const FEATURES: Feature[] = [
  HEALTH,
  API_DOCS,
  ACCOUNT,
  PLANS,
  RECOMMENDATIONS,
  CABLES,
  PAPERS,
  LOG,
  STATISTICS,
  DEADLINES,
  NARRATIVE,
  COUNTRIES,
  REGISTER,
  PEOPLE,
  AUDIT,
  OUTBOX,
  SENDING,
  NOTICES,
  HELP,
  STATUS,
  TODAY,
  SIGN_IN,
];

/** What several features ask. */
const PARTS = [RegisterChoices, Standings];

const MACHINERY = [
  AnswerPresenter,
  Assets,
  Frame,
  FormAgain,
  Refusals,
  SpillDesk,
  PageRenderer,
  ViewEngine,
  { provide: APP_GUARD, useClass: KeptFormGuard },
  { provide: APP_GUARD, useClass: AddressGuard },
  { provide: APP_GUARD, useClass: SessionGuard },
  { provide: APP_GUARD, useClass: CsrfGuard },
  { provide: APP_GUARD, useClass: LimitsGuard },
  { provide: APP_FILTER, useClass: ErrorFilter },
];

/** The web door: the rooms it opens, its pages and its API. */
@Module({})
export class WebModule {
  /** Binds the rooms to what the process brings. */
  static forRoot(parts: ProcessParts): DynamicModule {
    return {
      module: WebModule,
      imports: roomsOn(parts),
      controllers: FEATURES.flatMap(({ controllers }) => controllers),
      providers: [...MACHINERY, ...EXAMPLE, ...PARTS, ...FEATURES.flatMap(({ providers }) => providers)],
    };
  }
}
