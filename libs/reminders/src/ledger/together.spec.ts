import { MaybeSaved } from '@demarche/base';
import { Together } from './together';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('asking together', () => {
  it('answers each with their own, and takes along with the next turn whoever comes meanwhile', async () => {
    const turns: number[][] = [];
    const together = new Together(async (asked: number[]) => {
      turns.push(asked);
      await later();
      return asked.map((number) => number * 2);
    });
    const first = [1, 2, 3].map((number) => together.ask(number));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const second = [4, 5].map((number) => together.ask(number));
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
    expect(turns).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await together.ask(6)).toBe(12);
  });

  it('lets only the one fail that fails alone', async () => {
    const together = new Together(async (asked: number[]) => {
      if (asked.includes(2)) throw new Error('two');
      return asked;
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((number) => together.ask(number)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not ask again what may have been saved', async () => {
    let turns = 0;
    const together = new Together(async () => {
      turns += 1;
      throw new MaybeSaved(new Error('the line broke'));
    });
    const outcomes = await Promise.allSettled([1, 2].map((number) => together.ask(number)));
    expect(outcomes.every((one) => one.status === 'rejected' && one.reason instanceof MaybeSaved)).toBe(true);
    expect(turns).toBe(1);
  });

  it('asks for at most fifty at once', async () => {
    const sizes: number[] = [];
    const together = new Together(async (asked: number[]) => (sizes.push(asked.length), asked));
    await Promise.all(Array.from({ length: 120 }, (_, number) => together.ask(number)));
    expect(sizes).toEqual([50, 50, 20]);
  });
});
