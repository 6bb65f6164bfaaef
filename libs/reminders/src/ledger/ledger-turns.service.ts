import { UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Together } from './together';

/** Outcomes come last: their entries lock the head of the trail, which every act locks after its rows. */
const ORDER = ['claim', 'handover', 'outcome'] as const;

type AnswerAll = (asked: unknown[]) => Promise<unknown[]>;

/** What one sender wants written, and who answers that kind of wish. */
interface Wish {
  kind: (typeof ORDER)[number];
  asked: unknown;
  answerAll: AnswerAll;
}

/**
 * Shares units of work among the senders of a process: whatever they want to write at one moment, claims, handovers and
 * outcomes alike, is committed together, since each commit waits for the disk. Who comes meanwhile is in the next one.
 */
@Injectable()
export class LedgerTurns {
  private readonly wishes = new Together((wishes: Wish[]) => this.units.run(() => grant(wishes)));

  constructor(private readonly units: UnitOfWork) {}

  /**
   * Has a wish granted inside the shared unit by what answers all of its kind there, in the order of their asking. Throws
   * what the wish alone would have met.
   */
  ask<Asked, Answer>(
    kind: Wish['kind'],
    asked: Asked,
    answerAll: (asked: Asked[]) => Promise<Answer[]>,
  ): Promise<Answer> {
    return this.wishes.ask({ kind, asked, answerAll: answerAll as AnswerAll }) as Promise<Answer>;
  }
}

async function grant(wishes: Wish[]): Promise<unknown[]> {
  const answers = new Map<Wish, unknown>();
  for (const kind of ORDER) {
    const own = wishes.filter((wish) => wish.kind === kind);
    const said = await own[0]?.answerAll(own.map(({ asked }) => asked));
    own.forEach((wish, place) => answers.set(wish, said?.[place]));
  }
  return wishes.map((wish) => answers.get(wish));
}
