import { setTimeout as pause } from 'node:timers/promises';
import { type OpenRooms, openRooms } from '../../../../test/support/rooms';
import { Installation } from '../installation/installation.repository';
import { OncePerRequest, onceKeys } from './once-per-request';
import { UnitOfWork } from './unit-of-work.service';

const NUMBERS = onceKeys<number>();
const OTHERS = onceKeys<number>();
const FACTS = onceKeys<string | null>();

describe('reading once per request', () => {
  let open: OpenRooms;
  let once: OncePerRequest;
  let asked = 0;
  const count = async () => {
    asked += 1;
    const mine = asked;
    await pause(2);
    return mine;
  };

  beforeAll(async () => {
    open = await openRooms();
    once = open.rooms.get(OncePerRequest);
  });
  beforeEach(() => (asked = 0));
  afterAll(() => open.close());

  /** One request from its beginning to its end. */
  const request = <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const end = once.around(
        () =>
          void work()
            .then(resolve, reject)
            .finally(() => end()),
      );
    });

  it('asks once for what is read twice, also at the same moment, and again in the next request', async () => {
    const read = () => once.read(NUMBERS('a'), count);
    expect(await request(async () => [...(await Promise.all([read(), read()])), await read()])).toEqual([
      1, 1, 1,
    ]);
    expect(await request(read)).toBe(2);
  });

  it('keeps two requests at once apart', async () => {
    const twice = async () => [await once.read(NUMBERS(), count), await once.read(NUMBERS(), count)];
    const [first, second] = await Promise.all([request(twice), request(twice)]);
    expect(new Set(first).size).toBe(1);
    expect(new Set(second).size).toBe(1);
    expect(first).not.toEqual(second);
  });

  it('tells kinds of readings and their parts apart', async () => {
    const keys = [NUMBERS('a', 'b'), NUMBERS('a,b'), NUMBERS('a'), NUMBERS(), OTHERS('a', 'b'), OTHERS()];
    const read = await request(() => Promise.all(keys.map((key) => once.read(key, count))));
    expect(new Set(read).size).toBe(keys.length);
  });

  it('shows a write that lies between two readings, to the unit itself and to what follows', async () => {
    const units = open.rooms.get(UnitOfWork);
    const installation = open.rooms.get(Installation);
    const read = () => once.read(FACTS('word'), () => installation.fact('word'));
    const seen = await request(async () => {
      const before = await read();
      const inside = await units.run(async () => {
        const first = await read();
        await installation.keep('word', 'written');
        return [first, await read()];
      });
      return [before, ...inside, await read()];
    });
    expect(seen).toEqual([null, null, 'written', 'written']);
  });

  it('forgets what was read while a unit ran, also after one that was rolled back', async () => {
    const units = open.rooms.get(UnitOfWork);
    const read = () => once.read(NUMBERS('beside'), count);
    const seen = await request(async () => {
      const unit = units.run(async () => {
        await pause(10);
        throw new Error('rolled back');
      });
      const beside = await read();
      await unit.catch(() => undefined);
      return [beside, await read()];
    });
    expect(seen).toEqual([1, 2]);
  });

  it('reads directly without a request, after its end, and again after a reading that threw', async () => {
    const read = () => once.read(NUMBERS('late'), count);
    expect([await read(), await read()]).toEqual([1, 2]);
    let late: Promise<number[]> | undefined;
    await request(async () => {
      late = pause(20).then(async () => [await read(), await read()]);
    });
    expect(await late).toEqual([3, 4]);
    const failing = () => once.read(NUMBERS('fails'), () => Promise.reject(new Error('no answer')));
    const after = await request(async () => {
      await expect(failing()).rejects.toThrow('no answer');
      return once.read(NUMBERS('fails'), count);
    });
    expect(after).toBe(5);
  });
});
