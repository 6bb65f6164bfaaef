import type { Type } from '@nestjs/common';
import { OWN_MODELS, OWN_PAGES } from './account-pages';
import { PLAN_MODELS, PLAN_PAGES } from './plans-pages';
import { SignInPage } from './sign-in.page';
import { WORK_MODELS, WORK_PAGES } from './today-pages';

/** Every page of the house. */
export const PAGES: Type[] = [SignInPage, ...WORK_PAGES, ...PLAN_PAGES, ...OWN_PAGES];

/** What builds the models of pages that ask several rooms. */
export const PAGE_MODELS: Type[] = [...WORK_MODELS, ...PLAN_MODELS, ...OWN_MODELS];
