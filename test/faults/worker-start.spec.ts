import { openPostgresProxy, type PostgresProxy } from '../support/postgres-proxy';
import { freePort } from '../support/redis';
import { ReminderTrial } from './reminder-trial';

jest.setTimeout(120_000);

let trial: ReminderTrial;
let line: PostgresProxy | null = null;
afterEach(async () => {
  await trial.close();
  await line?.close();
});

describe('a worker that starts while its servers are away', () => {
  it('says what it waits for, comes in when Redis and then PostgreSQL are there, and sends what is due', async () => {
    trial = await ReminderTrial.open('postgres');
    await trial.owe(1);
    await trial.redis?.kill();
    const [port, place] = [await freePort(), new URL(trial.databaseUrl)];
    place.port = String(port);
    const worker = trial.ring({ DATABASE_URL: place.href });
    await trial.until('it waits for Redis', () => /Redis at .* Waiting for it/.test(worker.output));
    await trial.redis?.revive();
    await trial.until('it waits for PostgreSQL', () => /DATABASE_URL.* Waiting for it/.test(worker.output));
    expect(worker.isAlive).toBe(true);
    expect(trial.sink.connections).toBe(0);
    line = await openPostgresProxy(trial.databaseUrl, port);
    await trial.untilAllSent(2);
    expect(worker.output).toContain('The worker is ringing.');
    expect([...trial.sink.deliveries().values()]).toEqual([1, 1]);
  });
});
