import { AsyncLocalStorage } from 'node:async_hooks';
import { createLogger, type Settings, SystemClock } from '@demarche/base';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ViewEngine } from '../../../apps/web/src/http/views/view-engine';
import { openWeb } from '../../../apps/web/src/web.setup';

/** What an answer was made of: its statements with their values, the views that it rendered, and its body. */
export interface Recorded {
  name: string;
  status: number;
  /** All statements, transactions and writes included. */
  count: number;
  /** Those that only read, for the floor to send again. */
  statements: { sql: string; values: unknown[] }[];
  renders: { view: string; model: object }[];
  body: string;
}

/** An address to ask, and the headers of whoever asks. */
export interface Wanted {
  name: string;
  address: string;
  headers: Record<string, string>;
}

const recording = new AsyncLocalStorage<Recorded>();

/** Opens the product in this process and asks each address twice; the second answer, with everything warm, is kept. */
export async function record(settings: Settings, wanted: readonly Wanted[]): Promise<Recorded[]> {
  const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  const app = await openWeb(parts, (module, adapter) =>
    NestFactory.create(module, adapter, { logger: false }),
  );
  for (const token of [getDataSourceToken(), getDataSourceToken('reader')])
    listen(app.get<DataSource>(token));
  watchRenders(app.get(ViewEngine));
  const recorded: Recorded[] = [];
  for (const { name, address, headers } of wanted) {
    const url = { method: 'GET' as const, url: address, headers };
    await app.inject(url);
    const one: Recorded = { name, status: 0, count: 0, statements: [], renders: [], body: '' };
    const answer = await recording.run(one, async () => await app.inject(url));
    recorded.push({ ...one, status: answer.statusCode, body: answer.body });
  }
  await app.close();
  return recorded;
}

function listen(source: DataSource): void {
  source.subscribers.push({
    beforeQuery({ query, parameters }) {
      const one = recording.getStore();
      if (!one) return;
      one.count += 1;
      if (/^\s*(SELECT|WITH)/i.test(query))
        one.statements.push({ sql: query, values: [...(parameters ?? [])] });
    },
  });
}

function watchRenders(views: ViewEngine): void {
  const render = views.render.bind(views);
  views.render = (view, model) => {
    recording.getStore()?.renders.push({ view, model });
    return render(view, model);
  };
}
