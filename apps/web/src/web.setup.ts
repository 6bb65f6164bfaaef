import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import type { ProcessParts } from '@demarche/base';
import { OncePerRequest } from '@demarche/store';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { guardAnswers } from './http/answer-headers';
import { AnswerPresenter } from './http/api/answer-presenter';
import { PUBLIC_FOLDER } from './http/views/assets';
import { LONGEST_PATH, readableAddress } from './http/guards/readable-address';
import { trustedProxies } from './http/guards/trusted-proxies';
import { takeUploads } from './http/forms/uploads';
import type { WebRequest } from './http/web-request';
import { WebModule } from './web.module';

const BODY_BYTES = 1_048_576;
const HEADERS_MILLISECONDS = 15_000;
const LOOK_AT_LINES_MILLISECONDS = 1_000;
const LAST_WORDS_MILLISECONDS = 2_000;
// The second form of each carries the text that the first one brought: written as an address it would grow threefold.
const UPLOAD_PATHS = ['/plans/import', '/plans/import/confirm', '/register/import/check', '/register/import'];
const YEAR_SECONDS = 31_536_000;

/** How an application is made from a module: Nest's factory in `main.ts`, its test builder in end-to-end tests. */
type Maker = (module: DynamicModule, adapter: FastifyAdapter) => Promise<INestApplication>;

/** Makes the web application, with every plugin and header, ready to listen. Used by `main.ts` and by every test. */
export async function openWeb(parts: ProcessParts, make: Maker): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    trustProxy: trustedProxies(parts.settings.trustProxy),
    logger: false,
    ...limitsFor(parts.settings.requestSeconds),
    rewriteUrl: readableAddress,
    routerOptions: { maxParamLength: LONGEST_PATH },
  });
  const app = (await make(WebModule.forRoot(parts), adapter)) as NestFastifyApplication;
  await addPlugins(app);
  endLingeringLines(app);
  shareReadings(app);
  presentAnswers(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** A request that is sent slowly, headers or body, ends after so many seconds: it must not hold a place for ever. */
function limitsFor(requestSeconds: number) {
  const requestTimeout = requestSeconds * 1_000;
  const headersTimeout = Math.min(requestTimeout, HEADERS_MILLISECONDS);
  return {
    requestTimeout,
    http: { headersTimeout, connectionsCheckingInterval: LOOK_AT_LINES_MILLISECONDS },
  };
}

/** At the end of the process: lines without a request close at once, those in the middle of one a moment later. */
function endLingeringLines(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preClose', async () => {
    setTimeout(() => fastify.server.closeAllConnections(), LAST_WORDS_MILLISECONDS).unref();
  });
}

/** From the first guard to the last byte, what a request reads twice it reads once. */
function shareReadings(app: NestFastifyApplication): void {
  const once = app.get(OncePerRequest);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preHandler', (request: WebRequest, _reply, done) => {
    request.endReadings = once.around(done);
  });
  fastify.addHook('onResponse', (request: WebRequest, _reply, done) => {
    request.endReadings?.();
    done();
  });
}

/** What a route of the API answers leaves as its schema has it. */
function presentAnswers(app: NestFastifyApplication): void {
  const presenter = app.get(AnswerPresenter);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preSerialization', (request: WebRequest, reply, answer, done) => {
      let picked: unknown;
      try {
        picked = presenter.present(request, reply, answer);
      } catch (error) {
        return done(error as Error);
      }
      done(null, picked);
    });
}

async function addPlugins(app: NestFastifyApplication): Promise<void> {
  guardAnswers(app.getHttpAdapter().getInstance());
  await app.register(compress, { threshold: 1_024 });
  await app.register(cookie);
  await takeUploads(app, UPLOAD_PATHS);
  await app.register(files, {
    root: PUBLIC_FOLDER,
    prefix: '/assets/',
    immutable: true,
    maxAge: YEAR_SECONDS * 1_000,
    decorateReply: false,
  });
}
