import { readFileSync } from 'node:fs';
import { readSettings } from '@demarche/base';
import fastify from 'fastify';
import Handlebars from 'handlebars';
import { ViewEngine } from '../../../apps/web/src/http/views/view-engine';
import type { Recorded } from '../run/recording';
import { BareAct } from './bare-act';
import { openBare } from './bare-driver';

/** Serves what was recorded of the product with nothing but Fastify, the driver and the compiled views. */
async function serve(file: string): Promise<void> {
  const recorded = JSON.parse(readFileSync(file, 'utf8'), safeAgain) as Recorded[];
  const settings = readSettings(process.env);
  const views = new ViewEngine({ environment: 'production' });
  const store = await openBare(settings);
  const act = await BareAct.after(store);
  const server = fastify();
  for (const { name, statements, renders, body } of recorded)
    server.get(`/${name}`, async (_request, reply) => {
      for (const { sql, values } of statements) await store.ask(sql, values);
      if (renders.length === 0) return reply.type('application/json').send(body);
      const pages = renders.map(({ view, model }) => views.render(view, model));
      return reply.type('text/html; charset=utf-8').send(pages.at(-1));
    });
  server.post<{ Body: { text: string } }>('/act', async ({ body }) => ({ id: await act.perform(body.text) }));
  console.log(`floor at ${await server.listen({ port: 0, host: '127.0.0.1' })}`);
}

/** It ends with whoever started it, however that ends. */
process.stdin.resume().on('end', () => process.exit(0));

/** A rendered part that stands in another page was marked as safe; that mark is lost on the way through a file. */
function safeAgain(_key: string, value: unknown): unknown {
  const isSafe = typeof value === 'object' && value !== null && Object.keys(value).join() === 'string';
  return isSafe ? new Handlebars.SafeString((value as { string: string }).string) : value;
}

void serve(process.argv[2] ?? '');
