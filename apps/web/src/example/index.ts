import { ExampleLoader } from './example-loader.service';
import { ExampleRooms } from './example-rooms';
import { FirstStart } from './first-start.service';

/** What makes a first start friendly: the worked example, or in production the first administrator's link. */
export const EXAMPLE = [FirstStart, ExampleLoader, ExampleRooms];
