import { Conflict } from '@demarche/base';

/** A first-in-first-out lock for one process: SQLite has one writer, so writers take turns instead of failing. */
export class WriteQueue {
  private readonly waiting: (() => void)[] = [];
  private taken = false;

  constructor(private readonly patienceMilliseconds: number) {}

  /** Waits for one's turn and returns the function that gives it on. Throws Conflict after the patience has run out. */
  async enter(): Promise<() => void> {
    if (this.taken) await this.turn();
    this.taken = true;
    return () => this.leave();
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(admit), 1);
        reject(
          new Conflict(
            'state',
            'The database is busy with other changes. Nothing was saved; please try again.',
          ),
        );
      }, this.patienceMilliseconds);
      const admit = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(admit);
    });
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.taken = false;
  }
}
