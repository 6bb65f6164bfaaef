import { Injectable } from '@nestjs/common';
import type { Unit } from './unit';

/** The class of an event: what a lower room declares in its door. */
type EventClass<E extends object> = abstract new (...given: never[]) => E;

interface Listener {
  floor: number;
  hear(event: object, unit: Unit): Promise<void>;
}

/**
 * Lets an act that starts on a lower floor end on a higher one inside the same unit of work. One listener a room,
 * in the order of the floors, awaited; a throw rolls the whole act back.
 */
@Injectable()
export class Happenings {
  private readonly listeners = new Map<EventClass<object>, Listener[]>();

  /** Registers a room's listener for an event; a second one on the same floor is a design fault and throws. */
  on<E extends object>(
    event: EventClass<E>,
    floor: number,
    hear: (event: E, unit: Unit) => Promise<void>,
  ): void {
    const known = this.listeners.get(event) ?? [];
    if (known.some((listener) => listener.floor === floor))
      throw new Error(`${event.name} already has a listener on floor ${floor}.`);
    const listener: Listener = { floor, hear: (heard, unit) => hear(heard as E, unit) };
    this.listeners.set(
      event,
      [...known, listener].sort((a, b) => a.floor - b.floor),
    );
  }

  /** Tells every listener of the event's class, lowest floor first. */
  async tell(event: object, unit: Unit): Promise<void> {
    const listeners = this.listeners.get(event.constructor as EventClass<object>) ?? [];
    for (const listener of listeners) await listener.hear(event, unit);
  }
}
