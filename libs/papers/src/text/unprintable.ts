import { Invalid, type OddCharacter, refusedIn, removalOf } from '@demarche/base';
import { placesOf } from './block-places';
import type { PaperBlock } from './paper-block';

/**
 * Throws Invalid with the place of every character that would print as a box or steer a screen. Fields refuse these when
 * they are typed; this stands before what was kept earlier.
 */
export function mustBePrintable(blocks: readonly PaperBlock[]): void {
  const places = placesOf(blocks);
  const reasons = blocks.flatMap(({ text }, index) => reasonOf(refusedIn(text), places[index] ?? ''));
  if (reasons.length > 0) throw new Invalid(reasons);
}

function reasonOf(odd: readonly OddCharacter[], place: string) {
  if (odd.length === 0) return [];
  return [{ field: place, code: 'control-character', message: `In ${place}: ${removalOf(odd)}` }];
}
