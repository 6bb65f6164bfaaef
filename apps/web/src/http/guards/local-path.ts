const LONGEST = 2_000;
const LAYERS = 3;
/** No real address: only there because a path is read against some origin. */
const NOWHERE = 'http://nowhere.invalid';

/**
 * Where to go after signing in: the path that was asked for if it is a clean one of this site, else the fallback.
 * Refused are other sites, backslashes, control characters and dots that climb, also where they hide behind one or
 * several layers of percent signs.
 */
export function localPath(asked: unknown, fallback: string): string {
  return typeof asked === 'string' && asked.length <= LONGEST && isClean(asked) ? asked : fallback;
}

function isClean(asked: string): boolean {
  const layers = decoded(asked);
  if (layers === null || !layers.every(isHarmless)) return false;
  const { origin, pathname } = new URL(asked, NOWHERE);
  return origin === NOWHERE && pathname === asked.split(/[?#]/)[0];
}

/** The text as it stands and as it reads once, twice and three times decoded; null where it cannot be decoded. */
function decoded(asked: string): string[] | null {
  const layers = [asked];
  try {
    for (let layer = 0; layer < LAYERS; layer += 1) layers.push(decodeURIComponent(layers[layer] ?? ''));
    return layers;
  } catch {
    // A lone percent sign may appear one layer down in an honest search word, but never in the address itself.
    return layers.length > 1 ? layers : null;
  }
}

function isHarmless(text: string): boolean {
  const path = text.split(/[?#]/)[0] ?? '';
  return /^\/(?!\/)/.test(path) && !path.includes('//') && !/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
