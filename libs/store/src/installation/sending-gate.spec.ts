import { BaseModule, createLogger, MachineClock, SystemClock } from '@demarche/base';
import { Test, type TestingModule } from '@nestjs/testing';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database';
import { StoreModule } from '../store.module';
import { UnitOfWork } from '../units/unit-of-work.service';
import { PracticeClock } from './practice-clock';
import { SendingGate } from './sending-gate.service';
import { SendingPauses } from './sending-pauses.repository';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A machine whose clock can be turned without any time passing, and on which time can pass at once. */
class TurnableMachine extends MachineClock {
  private passed = 0;

  constructor(private ahead = 0) {
    super();
  }

  turn(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }

  override wallMilliseconds(): number {
    return super.wallMilliseconds() + this.passed + this.ahead;
  }

  override steadyMilliseconds(): number {
    return super.steadyMilliseconds() + this.passed;
  }
}

describe('the gate before all sending', () => {
  let database: FreshDatabase;
  const open: TestingModule[] = [];

  beforeEach(async () => (database = await freshDatabase('sqlite')));
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await database.drop();
  });

  /** A process on the same database, with a machine of its own. */
  async function process(machine: TurnableMachine) {
    const { settings } = database;
    const parts = { settings, clock: new SystemClock(machine), logger: createLogger(settings) };
    const rooms = await Test.createTestingModule({
      imports: [BaseModule.forRoot(parts), StoreModule.forRoot({ entities: [], schema: 'migrate' })],
    }).compile();
    open.push(await rooms.init());
    const gate = rooms.get(SendingGate);
    const pauses = rooms.get(SendingPauses);
    const confirm = () => rooms.get(UnitOfWork).run(() => pauses.end());
    return { rooms, gate, pauses, confirm };
  }

  it('stays open while time passes as it should, for a minute or for months', async () => {
    const machine = new TurnableMachine();
    const { gate } = await process(machine);
    expect(await gate.isOpen()).toBe(true);
    for (const milliseconds of [60_000, 3 * HOUR, 90 * DAY]) {
      machine.pass(milliseconds);
      expect(await gate.isOpen()).toBe(true);
    }
  });

  it.each([
    ['two hours and a minute ahead', 2 * HOUR + 60_000, false],
    ['two hours and a minute back', -2 * HOUR - 60_000, false],
    ['three days ahead', 3 * DAY, false],
    ['an hour and fifty-nine minutes ahead', 2 * HOUR - 60_000, true],
    ['an hour back, as at the end of summer time on a careless machine', -HOUR, true],
  ])('after a jump of %s is as it must be', async (_name, milliseconds, isOpen) => {
    const machine = new TurnableMachine();
    const { gate, pauses } = await process(machine);
    await gate.isOpen();
    machine.turn(milliseconds);
    expect(await gate.isOpen()).toBe(isOpen);
    if (!isOpen) expect(await pauses.current()).toMatchObject({ cause: 'jumped' });
  });

  it('is shut by jumps that are small one by one, and counts anew from each confirmation', async () => {
    const machine = new TurnableMachine();
    const { gate, pauses, confirm } = await process(machine);
    const turns = async (hours: number[]) => {
      const open: boolean[] = [];
      for (const hour of hours) {
        machine.turn(hour * HOUR);
        machine.pass(DAY);
        open.push(await gate.isOpen());
      }
      return open;
    };
    expect(await turns([0, 0.9, -0.9, 0.9, 0.9, 0.9])).toEqual([true, true, true, true, true, false]);
    expect((await pauses.current())?.cause).toBe('jumped');
    await confirm();
    expect(await turns([0, -0.9, -0.9, -0.9])).toEqual([true, true, true, false]);
  });

  it('is shut for each of many claims at once after a jump', async () => {
    const machine = new TurnableMachine();
    const { gate } = await process(machine);
    await gate.isOpen();
    machine.turn(30 * DAY);
    expect(await Promise.all(Array.from({ length: 15 }, () => gate.isOpen()))).toEqual(Array(15).fill(false));
  });

  it('takes a gap forward at the start for an outage, and a clock before the last written instant for a wrong one', async () => {
    await (await process(new TurnableMachine())).gate.isOpen();
    expect(await (await process(new TurnableMachine(30 * DAY))).gate.isOpen()).toBe(true);
    const late = await process(new TurnableMachine(29 * DAY));
    expect(await late.gate.isOpen()).toBe(false);
    expect(await late.pauses.current()).toMatchObject({ cause: 'behind-last-written' });
  });

  it('is not troubled by clocks of several machines that differ by seconds', async () => {
    await (await process(new TurnableMachine())).gate.isOpen();
    expect(await (await process(new TurnableMachine(-20_000))).gate.isOpen()).toBe(true);
  });

  it.each([
    ['ahead', 30 * DAY],
    ['behind', -3 * HOUR],
  ])('stops all when the clock is far %s of a server’s', async (_name, milliseconds) => {
    const right = await process(new TurnableMachine());
    const wrong = await process(new TurnableMachine());
    wrong.gate.compareWith('off-queue', async () => new MachineClock().wallMilliseconds() - milliseconds);
    expect([await right.gate.isOpen(), await wrong.gate.isOpen(), await right.gate.isOpen()]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await right.pauses.current()).toMatchObject({ cause: 'off-queue' });
  });

  it('goes on without a server that does not answer', async () => {
    const { gate } = await process(new TurnableMachine());
    gate.compareWith('off-queue', () => Promise.reject(new Error('away')));
    expect(await gate.isOpen()).toBe(true);
  });

  it('stays shut over restarts until one confirmation opens it for every process, whatever else is off', async () => {
    const machine = new TurnableMachine();
    const first = await process(machine);
    first.gate.compareWith('off-queue', async () => new MachineClock().wallMilliseconds());
    await first.gate.isOpen();
    machine.turn(-5 * DAY);
    expect(await first.gate.isOpen()).toBe(false);
    const second = await process(new TurnableMachine(-5 * DAY));
    expect(await second.gate.isOpen()).toBe(false);
    await second.confirm();
    machine.pass(HOUR);
    expect([await first.gate.isOpen(), await second.gate.isOpen()]).toEqual([true, true]);
    expect(await (await process(new TurnableMachine(-5 * DAY))).gate.isOpen()).toBe(true);
  });

  it('shuts again for the next trouble, and tells the first one where two meet', async () => {
    const machine = new TurnableMachine();
    const { gate, pauses, confirm } = await process(machine);
    await gate.isOpen();
    machine.turn(DAY);
    await gate.isOpen();
    await confirm();
    expect(await gate.isOpen()).toBe(true);
    machine.turn(-DAY);
    expect(await gate.isOpen()).toBe(false);
    machine.turn(3 * DAY);
    expect(await gate.isOpen()).toBe(false);
    expect((await pauses.current())?.aheadMilliseconds).toBeLessThan(0);
  });

  it('is left alone by the practice clock, however far that is moved', async () => {
    const { gate, rooms } = await process(new TurnableMachine());
    await gate.isOpen();
    await rooms.get(PracticeClock).startAt('2009-11-04T14:00:00.000Z');
    expect(await gate.isOpen()).toBe(true);
    expect(await (await process(new TurnableMachine())).gate.isOpen()).toBe(true);
  });
});
