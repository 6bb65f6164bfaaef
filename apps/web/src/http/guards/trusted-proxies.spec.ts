import Fastify from 'fastify';
import { trustedProxies } from './trusted-proxies';

/** The address that a request counts for, as the web server itself reckons it. */
async function addressOf(
  setting: 'on' | 'off' | string[],
  { from, told }: { from: string; told?: string },
): Promise<string> {
  const server = Fastify({ trustProxy: trustedProxies(setting) });
  server.get('/', (request) => request.ip);
  const headers = told === undefined ? {} : { 'x-forwarded-for': told };
  const answer = await server.inject({ url: '/', remoteAddress: from, headers });
  return answer.body;
}

describe('the address of a client', () => {
  it.each([
    ['off', '10.0.0.2', '203.0.113.7', '10.0.0.2'],
    ['on', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['on', '::ffff:10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['on', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ] as const)('with TRUST_PROXY %s, from %s, told %s is %s', async (setting, from, told, address) => {
    expect(await addressOf(setting, { from, told })).toBe(address);
  });

  it('is not the one that a client wrote in front, not even from a private network', async () => {
    expect(await addressOf('on', { from: '127.0.0.1', told: '1.2.3.4, 203.0.113.7' })).toBe('203.0.113.7');
    expect(await addressOf('on', { from: '172.20.0.3', told: '1.2.3.4, 10.9.9.9' })).toBe('10.9.9.9');
  });

  it('is found behind every proxy that is named, and behind no other', async () => {
    const named = ['192.0.2.10', '198.51.100.0/24', '2001:db8::/32'];
    const told = '1.2.3.4, 203.0.113.7, 198.51.100.20';
    expect(await addressOf(named, { from: '192.0.2.10', told })).toBe('203.0.113.7');
    expect(await addressOf(named, { from: '2001:db8::5', told: '203.0.113.7' })).toBe('203.0.113.7');
    expect(await addressOf(named, { from: '127.0.0.1', told })).toBe('127.0.0.1');
  });
});
