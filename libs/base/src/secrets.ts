import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh 256-bit secret as base64url text, for sessions, links and tokens; shown once and stored only as a hash. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a text as lowercase hex: what is stored in place of a secret, and what names a text in a release. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two texts without telling by time where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(sha256(left)), Buffer.from(sha256(right))];
  return timingSafeEqual(a, b);
}
