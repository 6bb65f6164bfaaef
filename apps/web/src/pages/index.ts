import type { Type } from '@nestjs/common';
import { EffortsModel } from './efforts.model';
import { EffortsPage } from './efforts.page';
import { LogModel } from './log.model';
import { LogPage } from './log.page';
import { SignInPage } from './sign-in.page';

/** Every page of the house. */
export const PAGES: Type[] = [SignInPage, EffortsPage, LogPage];

/** What builds the models of pages that ask several rooms. */
export const PAGE_MODELS: Type[] = [EffortsModel, LogModel];
