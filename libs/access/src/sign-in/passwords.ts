import { hash, verify } from '@node-rs/argon2';

/** Hashes a password with argon2id at the library's defaults (19 MiB, 2 passes), salt included in the text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | null = null;

/** Whether a password matches; a missing hash costs the same time as a wrong password. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash('no such account');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
