import type { ReleaseStanding } from '@demarche/papers';
import { wordFor } from '../words/words';
import type { Mark } from './efforts-verdict';

const LOOKS: Record<ReleaseStanding['state'], Pick<Mark, 'shape' | 'tone'>> = {
  none: { shape: '○', tone: 'calm' },
  proposed: { shape: '◐', tone: 'wait' },
  released: { shape: '✔', tone: 'good' },
  refused: { shape: '✕', tone: 'bad' },
  lapsed: { shape: '○', tone: 'calm' },
};

/** How far a release is, as people see it. */
export function releaseMark(state: ReleaseStanding['state']): Mark {
  return { ...LOOKS[state], word: wordFor('release', state) };
}
