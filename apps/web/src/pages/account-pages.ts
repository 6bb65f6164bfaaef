import type { Type } from '@nestjs/common';
import { AccountModel } from './account.model';
import { AccountPage } from './account.page';
import { ChainWatch } from './audit-chain-watch';
import { AuditModel } from './audit.model';
import { AuditPage } from './audit.page';
import { HelpPage } from './help.page';
import { NoticesPage } from './notices.page';
import { OutboxPage } from './outbox.page';
import { PeopleModel } from './people.model';
import { PeoplePage } from './people.page';
import { RegisterCyclesModel } from './register-cycles.model';
import { RegisterCyclesPage } from './register-cycles.page';
import { RegisterImportModel } from './register-import.model';
import { RegisterImportPage } from './register-import.page';
import { RegisterPostsModel } from './register-posts.model';
import { RegisterPostsPage } from './register-posts.page';
import { RegisterModel } from './register.model';
import { RegisterPage } from './register.page';
import { StatusModel } from './status.model';
import { StatusPage } from './status.page';

/** One's own pages, help, and those of the administrator. */
export const OWN_PAGES: Type[] = [
  AccountPage,
  NoticesPage,
  HelpPage,
  PeoplePage,
  OutboxPage,
  AuditPage,
  StatusPage,
  RegisterPage,
  RegisterPostsPage,
  RegisterCyclesPage,
  RegisterImportPage,
];

/** What builds their models. */
export const OWN_MODELS: Type[] = [
  AccountModel,
  PeopleModel,
  AuditModel,
  ChainWatch,
  StatusModel,
  RegisterModel,
  RegisterPostsModel,
  RegisterCyclesModel,
  RegisterImportModel,
];
