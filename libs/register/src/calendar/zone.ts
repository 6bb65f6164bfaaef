import { localDateOf } from '@demarche/base';

const ANY_INSTANT = '2009-11-04T14:00:00.000Z';

/** Whether a text names a time zone that this machine knows. */
export function isZone(text: string): boolean {
  try {
    localDateOf(ANY_INSTANT, text);
    return true;
  } catch {
    return false;
  }
}
