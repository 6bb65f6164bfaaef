import { sha256 } from '@demarche/base';
import canonicalize from 'canonicalize';
import type { AuditEntry } from './trail.entity';

/** The hash that stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over the previous hash and the entry's canonical JSON (RFC 8785), so that changing,
 * removing, inserting or swapping entries breaks every later hash.
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { previousHash, ...content } = entry;
  return sha256(`${previousHash}\n${canonicalize({ ...content })}`);
}

/** What is wrong with an entry that should follow a given place in the chain, or null. */
export function faultOf(entry: AuditEntry, before: { seq: number; hash: string }): string | null {
  if (entry.seq !== before.seq + 1) return `entry ${before.seq + 1} is missing`;
  if (entry.previousHash !== before.hash) return `entry ${entry.seq} does not follow entry ${before.seq}`;
  const { hash, ...content } = entry;
  return hash === hashOf(content) ? null : `entry ${entry.seq} was changed after it was written`;
}
