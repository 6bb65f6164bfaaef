import { v7 } from 'uuid';

/** A new row id: a version 7 UUID as text, so that rows made together lie together in an index. */
export function newId(): string {
  return v7();
}
