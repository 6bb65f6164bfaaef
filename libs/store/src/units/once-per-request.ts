import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

declare const reading: unique symbol;

/** The name of one reading within a request; carries the type of what is read. */
export type OnceKey<T> = string & { readonly [reading]: T };

let kinds = 0;

/**
 * Makes a kind of reading, told apart from every other kind of every room: `const OPENED = onceKeys<Plan>()`, then
 * `OPENED(planId)`. The parts are whatever decides the answer besides the database, such as ids and the actor's posts.
 */
export function onceKeys<T>(): (...parts: string[]) => OnceKey<T> {
  kinds += 1;
  const kind = kinds;
  return (...parts) => JSON.stringify([kind, ...parts]) as OnceKey<T>;
}

interface Readings {
  kept: Map<string, Promise<unknown>>;
  isOpen: boolean;
}

/**
 * Reads once what many places of one request ask for. Nothing outlives the request or crosses to another one: what was
 * read is thrown away when the request ends and when any of its units of work begins or ends.
 */
@Injectable()
export class OncePerRequest {
  private readonly requests = new AsyncLocalStorage<Readings | undefined>();

  /** Runs the beginning of a request, whose every continuation shares its readings; returns what ends the sharing. */
  around(begin: () => void): () => void {
    const readings: Readings = { kept: new Map(), isOpen: true };
    this.requests.run(readings, begin);
    return () => {
      readings.isOpen = false;
      readings.kept.clear();
    };
  }

  /**
   * The answer to a reading, asked of the database once a request; outside a request and inside a unit of work it is
   * asked each time. Every caller gets the same object, so nobody may change it. A reading that threw is not kept.
   */
  read<T>(key: OnceKey<T>, make: () => Promise<T>): Promise<T> {
    const readings = this.requests.getStore();
    if (!readings?.isOpen) return make();
    const { kept } = readings;
    const known = kept.get(key);
    if (known) return known as Promise<T>;
    const made = make();
    kept.set(key, made);
    made.catch(() => {
      if (kept.get(key) === made) kept.delete(key);
    });
    return made;
  }

  /** Runs work that must see the database itself, such as a unit of work, whose own writes change what it reads. */
  apart<T>(work: () => T): T {
    return this.requests.run(undefined, work);
  }

  /** Throws away what the present request has read, since it may be changing. */
  forget(): void {
    this.requests.getStore()?.kept.clear();
  }
}
