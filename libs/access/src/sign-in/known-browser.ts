import { createHmac } from 'node:crypto';
import { newSecret, plusMilliseconds, sameSecret } from '@demarche/base';

const DAY = 24 * 60 * 60 * 1_000;

/** How long a browser stays known without a sign-in, in days. */
const KNOWN_DAYS = 180;

/** What the mark of a known browser is signed for: the account and its password's hash, which is the key. */
interface MarkOwner {
  id: string;
  passwordHash: string | null;
}

/**
 * A mark that tells later that this browser has signed in to this account: `name.until.signature`. The password's hash
 * is the key, so that a new password makes every browser unknown again. Null for an account without a password.
 */
export function newMark({ id, passwordHash }: MarkOwner, now: string): string | null {
  if (passwordHash === null) return null;
  const name = newSecret().slice(0, 22);
  const until = plusMilliseconds(now, KNOWN_DAYS * DAY).slice(0, 10);
  return `${name}.${until}.${signatureOf(passwordHash, `${id}.${name}.${until}`)}`;
}

/** The name of the known browser if one of the marks is valid for this account today, or null. */
export function knownBrowser(owner: MarkOwner, marks: string[], now: string): string | null {
  const { id, passwordHash } = owner;
  if (passwordHash === null) return null;
  for (const mark of marks) {
    const [name = '', until = '', signature = ''] = mark.split('.');
    const isValid = sameSecret(signature, signatureOf(passwordHash, `${id}.${name}.${until}`));
    if (isValid && until >= now.slice(0, 10)) return name;
  }
  return null;
}

function signatureOf(key: string, text: string): string {
  return createHmac('sha256', key).update(`known-browser.${text}`).digest('base64url');
}
