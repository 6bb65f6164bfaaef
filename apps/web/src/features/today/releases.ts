import type { Release } from '@demarche/review';

/** A proposal for release as a row: what it is, where it is read, and since when it waits. */
export function waitingRow({ title, link, proposedAt }: Release) {
  return { title, href: link, proposedAt };
}
