import { AsyncLocalStorage } from 'node:async_hooks';
import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** One statement as the application sent it; transactions count too. */
export interface Statement {
  text: string;
  /** How many values were sent with it. */
  values: number;
  connection: 'reader' | 'writer';
  /** From sending to the answer; 0 where no answer came. */
  milliseconds: number;
}

/** A call's own answer, and what it asked of the database meanwhile. */
export interface Said<T> {
  answer: T;
  statements: Statement[];
}

/** A statement and how often it was sent. */
export interface Repeated {
  text: string;
  count: number;
  milliseconds: number;
}

/** The recording that the running call belongs to: what timers of the application send of their own counts nowhere. */
const recording = new AsyncLocalStorage<Statement[]>();
const watched = new WeakSet<INestApplicationContext>();

/** Every statement that an application sends, on either database, because a function runs. */
export async function statementsOf<T>(
  app: INestApplicationContext,
  call: () => Promise<T>,
): Promise<Said<T>> {
  watch(app);
  const statements: Statement[] = [];
  const answer = await recording.run(statements, call);
  return { answer, statements: [...statements] };
}

/** Equal statements together, the most frequent first. */
export function repeatedIn(statements: readonly Statement[]): Repeated[] {
  const byText = new Map<string, Repeated>();
  for (const { text, milliseconds } of statements) {
    const known = byText.get(text) ?? { text, count: 0, milliseconds: 0 };
    known.count += 1;
    known.milliseconds += milliseconds;
    byText.set(text, known);
  }
  return [...byText.values()].sort((one, other) => other.count - one.count);
}

/** Equal statements with their counts, one a line, for an engineer at work: `console.log(printed(said.statements))`. */
export function printed(statements: readonly Statement[], width = 160): string {
  const lines = repeatedIn(statements).map(
    ({ text, count, milliseconds }) => `${count} × ${milliseconds.toFixed(0)} ms  ${shortened(text, width)}`,
  );
  return [`${statements.length} statements`, ...lines].join('\n');
}

/** A statement without the long list of what it selects, cut to a width. */
export function shortened(text: string, width: number): string {
  const plain = text.replace(/\s+/g, ' ').replace(/^SELECT .*? FROM /, 'SELECT … FROM ');
  return plain.length > width ? `${plain.slice(0, width - 1)}…` : plain;
}

function watch(app: INestApplicationContext): void {
  if (watched.has(app)) return;
  watched.add(app);
  listenTo(app.get<DataSource>(getDataSourceToken()), 'writer');
  listenTo(app.get<DataSource>(getDataSourceToken('reader')), 'reader');
}

/** The answer is matched by its runner: one runner has one statement under way, but SQLite's reader has many at once. */
function listenTo(source: DataSource, connection: Statement['connection']): void {
  const open: { statement: Statement; runner: unknown }[] = [];
  source.subscribers.push({
    beforeQuery({ query, parameters, queryRunner }) {
      const statements = recording.getStore();
      if (!statements) return;
      const statement = { text: query, values: parameters?.length ?? 0, connection, milliseconds: 0 };
      statements.push(statement);
      open.push({ statement, runner: queryRunner });
    },
    afterQuery({ query, executionTime, queryRunner }) {
      const index = open.findIndex(
        ({ statement, runner }) => runner === queryRunner && statement.text === query,
      );
      const [ended] = index < 0 ? [] : open.splice(index, 1);
      if (ended) ended.statement.milliseconds = executionTime ?? 0;
    },
  });
}
