import { SignInPage } from './sign-in.page';

/** Every page of the house. */
export const PAGES = [SignInPage];
