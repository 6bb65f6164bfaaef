import { setImmediate as turn } from 'node:timers/promises';

/** Work cut into steps: between two of them whoever drives it may let others have their turn. */
export type Steps<T> = Generator<void, T>;

/** Takes all steps one after the other, for a process that serves nobody else. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes the steps with a turn for everybody else in between, for a process that serves many. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}

const ITEMS_A_STEP = 500;

/** Does the same with each item of a long list, some hundreds a step. */
export function* each<Item, T>(items: readonly Item[], work: (item: Item, at: number) => T): Steps<T[]> {
  const done: T[] = [];
  for (const [at, item] of items.entries()) {
    if (at % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    done.push(work(item, at));
  }
  return done;
}
