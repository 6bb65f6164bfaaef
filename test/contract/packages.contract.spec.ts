import { readFileSync } from 'node:fs';

/** The oldest version of a package without a known hole, and what was wrong before it. Null: it must be absent. */
const OLDEST: Record<string, { version: string | null; because: string }> = {
  handlebars: { version: '4.7.10', because: 'CVE-2026-33937: a template given as a syntax tree ran code' },
  '@nestjs/common': { version: '11.0.16', because: 'CVE-2024-29409: the file validator believed the sender' },
  '@nestjs/core': { version: '11.1.18', because: 'CVE-2026-35515: lines injected into event streams' },
  '@nestjs/platform-fastify': {
    version: '11.1.11',
    because: 'GHSA-8wpr-639p-ccrj: encoded paths skipped middleware',
  },
  '@nestjs/devtools-integration': { version: null, because: 'CVE-2025-54782: ran code from a web page' },
  typeorm: { version: '0.3.31', because: 'older ones return every row for an undefined condition' },
  nodemailer: { version: '10.0.0', because: 'only the latest major gets fixes' },
  bullmq: { version: '6.0.7', because: 'a blocking read never settled after a reconnect' },
  ioredis: { version: '5.11.1', because: 'security fix' },
  'path-to-regexp': { version: '8.4.0', because: 'three patterns that took exponential time' },
};

interface Lock {
  packages: Record<string, { version?: string; resolved?: string }>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

function versionsOf(name: string): string[] {
  const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  return found.map(([, entry]) => entry.version ?? '');
}

function isAtLeast(version: string, oldest: string): boolean {
  const [left, right] = [version, oldest].map((text) => text.split(/[.-]/).map(Number));
  for (let place = 0; place < 3; place += 1) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe('the lock file', () => {
  it.each(Object.entries(OLDEST))('holds no %s with a known hole', (name, { version }) => {
    const present = versionsOf(name);
    if (version === null) return expect(present).toEqual([]);
    expect(present.length).toBeGreaterThan(0);
    for (const one of present)
      expect({ name, version: one, ok: isAtLeast(one, version) }).toEqual({ name, version: one, ok: true });
  });

  it('names no address to fetch from', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([]);
  });
});
