import type { Feature } from '../../http/feature';
import { OutboxApi } from './outbox.api';
import { OutboxPage } from './outbox.page';

/** The mails that went to a folder: pages, machines’ doors, and what builds them. */
export const OUTBOX: Feature = {
  controllers: [OutboxApi, OutboxPage],
  providers: [],
};
