import type { Feature } from '../../http/feature';
import { SendingApi } from './sending.api';
import { SendingModel } from './sending.model';
import { SendingPage } from './sending.page';

/** Why nothing is sent, and the confirmation that lets sending go on. */
export const SENDING: Feature = {
  controllers: [SendingApi, SendingPage],
  providers: [SendingModel],
};
