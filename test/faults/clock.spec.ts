import { DATABASES } from '../support/database';
import { pause } from '../support/ring-recorder';
import { ReminderTrial } from './reminder-trial';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const ROUNDS_MILLISECONDS = 3_000;

let trial: ReminderTrial;
afterEach(() => trial.close());

/** Waits for some sweeps and proves that they have used up nothing. */
async function nothingIsSpent(rows: number): Promise<void> {
  await pause(ROUNDS_MILLISECONDS);
  expect(trial.sink.mails).toEqual([]);
  const tally = await trial.tally();
  expect((tally.planned ?? 0) + (tally.queued ?? 0)).toBe(rows);
  expect((await trial.rows()).every(({ attempt }) => attempt === 0)).toBe(true);
}

describe.each(DATABASES)('a clock that is thirty days ahead, on %s', (kind) => {
  it('spends none of sixteen reminders, stops every sender, and one confirmation sends each of them once', async () => {
    trial = await ReminderTrial.open(kind);
    await trial.owe(8);
    await trial.postpone(20 * DAY);
    // Without a server to ask, a gap forward at the start is an outage: there the clock jumps while the process runs.
    const jumps = kind === 'sqlite';
    const wrong = trial.ring({ CLOCK_AHEAD_MS: String(30 * DAY), CLOCK_JUMPS: jumps ? 'yes' : 'no' });
    if (jumps) {
      await trial.until('the process has looked at its clock', async () => {
        return (await trial.pauses.lastInstant()) !== null;
      });
      wrong.jump();
    }
    await trial.until('sending is paused', async () => (await trial.pauses.current()) !== null);
    expect(await trial.pauses.current()).toMatchObject({ cause: jumps ? 'jumped' : 'off-database' });
    await nothingIsSpent(16);
    await wrong.stop();
    trial.ring();
    await trial.postpone(-1_000);
    await nothingIsSpent(16);
    await trial.confirmTime();
    await trial.untilAllSent(16);
    expect(Math.max(...trial.sink.deliveries().values())).toBe(1);
  });
});
