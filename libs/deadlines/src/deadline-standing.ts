import type { Deadline } from './deadline.entity';

/** Fields of a deadline that is owed: neither met nor waived. */
export const OPEN_AGAIN = { metOn: null, metBy: null, waivedOn: null, waiveReason: null } as const;

type Ends = Pick<Deadline, 'metOn' | 'waivedOn'>;

/** How a deadline came to its end; null while it is owed. */
export function endOf({ metOn, waivedOn }: Ends): 'met' | 'waived' | null {
  if (metOn !== null) return 'met';
  return waivedOn === null ? null : 'waived';
}

/** Whether a deadline is still owed: neither met nor waived. */
export function isOpen(deadline: Ends): boolean {
  return endOf(deadline) === null;
}

const REFERENCE_LENGTH = 6;

/** How a deadline is called where its title may not stand: the end of its id, in capitals. */
export function referenceOf(id: string): string {
  return id.slice(-REFERENCE_LENGTH).toUpperCase();
}
