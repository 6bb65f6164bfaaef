import { Store0000 } from './0000-store';

/** Every migration, in order; one list for both databases. */
export const MIGRATIONS = [Store0000];
