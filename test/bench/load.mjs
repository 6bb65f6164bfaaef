// Load from a process of its own: keeps so many connections busy with one address for so long, and prints what came back.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const { url, headers, connections, milliseconds, method = 'GET', bodies } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const until = performance.now() + milliseconds;
const times = [];
let failed = 0;
let sent = 0;

const once = () =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const body = bodies?.[sent++ % bodies.length];
    const asked = request(url, { agent, headers, method }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode >= 400) failed += 1;
        times.push(performance.now() - started);
        resolve();
      });
    });
    asked.on('error', reject).end(body);
  });

async function connection() {
  while (performance.now() < until) await once();
}

const started = performance.now();
await Promise.all(Array.from({ length: connections }, connection));
const seconds = (performance.now() - started) / 1_000;
times.sort((one, other) => one - other);
const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
console.log(JSON.stringify({ perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed }));
process.exit(0);
