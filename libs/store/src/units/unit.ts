import type { EntityManager } from 'typeorm';

/** One act in the making: everything written through it is kept together or not at all. */
export interface Unit {
  /** The transaction's own manager; the only way to write. */
  readonly manager: EntityManager;
  /** Tells the higher rooms, inside this unit, what has happened. */
  happened(event: object): Promise<void>;
  /** Work for after the commit, for example ringing a queue; its failure is logged and undoes nothing. */
  afterCommit(work: () => void | Promise<void>): void;
}
