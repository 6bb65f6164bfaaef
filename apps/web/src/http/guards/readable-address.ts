import type { IncomingMessage } from 'node:http';

/** No path of ours comes near this length; the router itself is asked to take that much. */
export const LONGEST_PATH = 4_096;
const NOWHERE = '/no-such-address';

/**
 * The address to route by. One that cannot be read would be answered before any guard, header or page of ours; led to
 * an address that does not exist, it gets the same answer as any other wrong one.
 */
export function readableAddress(request: Pick<IncomingMessage, 'url'>): string {
  const address = request.url ?? '/';
  const path = address.split('?')[0] ?? '';
  if (path.length <= LONGEST_PATH && isDecodable(path)) return address;
  return path.startsWith('/api/') ? `/api${NOWHERE}` : NOWHERE;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
