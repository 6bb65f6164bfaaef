import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const IN_FOCUS = readFileSync(join(__dirname, 'in-focus.js'), 'utf8');
const MOST_STOPS = 120;

/** Where the focus is, and how well it is seen. */
export interface Focus {
  tag: string;
  id: string;
  name: string;
  value: string;
  words: string;
  hasRing: boolean;
  isCovered: boolean;
}

/** Somebody who uses the keyboard alone and notes where the focus could not be seen. */
export class Keyboard {
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  focus(): Promise<Focus> {
    return this.page.evaluate<Focus>(IN_FOCUS);
  }

  async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key);
    const focus = await this.focus();
    const where = `${focus.tag} “${focus.words.slice(0, 40) || focus.name}”`;
    if (!focus.hasRing && focus.tag !== 'body') this.faults.push(`no ring shows the focus on ${where}`);
    if (focus.isCovered) this.faults.push(`something covers the focus on ${where}`);
    return focus;
  }

  /** Goes on with Tab until the focus is where it is wanted; throws when it never gets there. */
  async tabTo(isThere: (focus: Focus) => boolean): Promise<Focus> {
    const passed: string[] = [];
    for (let left = MOST_STOPS; left > 0; left -= 1) {
      const focus = await this.press('Tab');
      if (isThere(focus)) return focus;
      passed.push(focus.words.slice(0, 20) || focus.name);
    }
    throw new Error(`Tab never came there; it passed ${passed.join(', ')}.`);
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }
}
