import { Notice } from './notice.entity';

export { Notice };
export { NoticesModule } from './notices.module';
export { Notices, type Telling } from './notices.service';

/** The tables of this room. */
export const noticesEntities = [Notice];
