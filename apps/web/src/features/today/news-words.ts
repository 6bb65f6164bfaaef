import { NEWS_DAYS } from '@demarche/rules';
import { plural } from '@demarche/words';
import type { Standing } from '../../parts/standings';

type Heard = Pick<Standing, 'isSilent' | 'lastOn' | 'state'>;

const ASKED = { one: 'recommendation is', many: 'recommendations are' };

/**
 * What may be said of high-priority recommendations when a list of silent ones is empty: that all have had news only
 * when each has, or what is still too young to have any, or done. Null while some are silent.
 */
export function newsInWords(standings: readonly Heard[]): string | null {
  if (standings.some(({ isSilent }) => isSilent)) return null;
  if (standings.length === 0) return 'No plan asks for anything with high priority yet.';
  const done = standings.filter(({ state }) => state === 'done').length;
  const young = standings.filter(({ lastOn, state }) => lastOn === null && state !== 'done').length;
  if (done + young === 0)
    return `Every high-priority recommendation has had news in the last ${NEWS_DAYS} days.`;
  const told = [
    `No high-priority recommendation has been without news for over ${NEWS_DAYS} days.`,
    ...(young > 0
      ? [
          `${plural(young, ASKED)} not that old, and nothing has been heard of ${young === 1 ? 'it' : 'them'} yet.`,
        ]
      : []),
    ...(done > 0 ? [`${plural(done, ASKED)} done.`] : []),
  ];
  return told.join(' ');
}
