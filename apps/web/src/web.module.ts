import type { ProcessParts } from '@demarche/base';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { API_DOORS, API_PARTS } from './api';
import { EXAMPLE } from './example';
import { Assets } from './http/assets';
import { AddressGuard } from './http/address.guard';
import { CsrfGuard } from './http/csrf.guard';
import { ErrorFilter } from './http/error.filter';
import { Frame } from './http/frame.service';
import { PageRenderer } from './http/page-renderer';
import { SessionGuard } from './http/session.guard';
import { ViewEngine } from './http/view-engine';
import { ViewInterceptor } from './http/view.interceptor';
import { PAGE_MODELS, PAGES } from './pages';
import { roomsOn } from './web.rooms';

const MACHINERY = [
  Assets,
  Frame,
  PageRenderer,
  ViewEngine,
  { provide: APP_GUARD, useClass: AddressGuard },
  { provide: APP_GUARD, useClass: SessionGuard },
  { provide: APP_GUARD, useClass: CsrfGuard },
  { provide: APP_INTERCEPTOR, useClass: ViewInterceptor },
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
      controllers: [...PAGES, ...API_DOORS],
      providers: [...MACHINERY, ...EXAMPLE, ...PAGE_MODELS, ...API_PARTS],
    };
  }
}
