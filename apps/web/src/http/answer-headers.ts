import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 31_536_000;
const ASSETS = '/assets/';

/** What a browser may load for a page of ours: its own styles, pictures and script, and nothing else from anywhere. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join(';');

/** The same for every answer, so they are written once and not worked out anew at each. */
const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

/** Puts the headers that guard a browser on every answer, refusals and errors too; only assets may be kept. */
export function guardAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.headers(HEADERS);
    const isAsset = request.url.startsWith(ASSETS) && reply.statusCode < 400;
    if (!isAsset) void reply.header('cache-control', 'no-store');
    done();
  });
}
