import type { Type } from '@nestjs/common';
import { SignInPage } from './sign-in.page';

/** Every page of the house. */
export const PAGES: Type[] = [SignInPage];

/** What builds the models of pages that ask several rooms. */
export const PAGE_MODELS: Type[] = [];
