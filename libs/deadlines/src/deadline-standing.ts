import type { Deadline } from './deadline.entity';

/** Whether a deadline is still owed: neither met nor waived. */
export function isOpen(deadline: Pick<Deadline, 'metOn' | 'waivedOn'>): boolean {
  return deadline.metOn === null && deadline.waivedOn === null;
}
