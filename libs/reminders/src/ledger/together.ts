import { MaybeSaved } from '@demarche/base';

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** More at once would keep other writers waiting. */
const MOST_AT_ONCE = 50;

/**
 * Lets those who ask at the same time share one answer from the database: whoever comes while a turn runs goes along
 * with the next one. A turn that fails is taken apart and asked for each alone, so that nobody suffers from another's fault.
 * Not to be asked from within a unit of work, which would then hold what others asked for.
 */
export class Together<Asked, Answer> {
  private readonly waiting: Waiting<Asked, Answer>[] = [];
  private isRunning = false;

  constructor(private readonly answerAll: (asked: Asked[]) => Promise<Answer[]>) {}

  /** The answer to one's own question; throws what the question alone would have met. */
  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.turn(this.waiting.splice(0, MOST_AT_ONCE));
    }
    this.isRunning = false;
  }

  private async turn(those: Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.answerAll(those.map(({ asked }) => asked));
      those.forEach((one, place) => one.resolve(answers[place] as Answer));
    } catch (error) {
      // What may have been saved must not be asked for again: the second asking would find it done by somebody else.
      if (those.length === 1 || error instanceof MaybeSaved) those.forEach((one) => one.reject(error));
      else await Promise.all(those.map((one) => this.turn([one])));
    }
  }
}
