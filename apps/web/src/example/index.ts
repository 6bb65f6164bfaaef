import { FirstStart } from './first-start.service';

/** What makes a first start friendly: the worked example, or in production the first administrator's link. */
export const EXAMPLE = [FirstStart];
