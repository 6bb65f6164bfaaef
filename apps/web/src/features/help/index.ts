import type { Feature } from '../../http/feature';
import { HelpPage } from './help.page';

/** Help: pages, machines’ doors, and what builds them. */
export const HELP: Feature = {
  controllers: [HelpPage],
  providers: [],
};
