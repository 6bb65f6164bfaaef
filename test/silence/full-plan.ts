import type { Machine } from '../support/machine';

const MANY = 60;
/** Words of so many characters, no two texts the same. */
const words = (piece: string, most: number) => piece.repeat(Math.floor(most / piece.length)).trim();

/** A plan with sixty recommendations, acts and figures, every text of the greatest length that is taken; its id. */
export async function fullPlan(desk: Machine, post: Machine): Promise<string> {
  const place = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' };
  const plan = await desk.made('/plans', place);
  const recommendationIds: string[] = [];
  for (let number = 1; number <= MANY; number += 1) {
    const heading = number % 2 ? { priority: 'high' } : { priority: 'other', pillar: 'protection' };
    const asked = { ...heading, text: words(`Train judges of district ${number} well. `, 4_000) };
    recommendationIds.push(await desk.made(`/plans/${plan}/recommendations`, asked));
  }
  for (let number = 1; number <= MANY; number += 1) {
    const text = words(`The court of district ${number} was opened. `, 4_000);
    const act = { happenedOn: '2009-10-12', ranBy: 'government', recommendationIds, text };
    await post.must('POST', `/plans/${plan}/efforts`, act);
    const term = words(`Cases in district ${number} `, 200);
    const figure = { from: '2009-05-01', until: '2009-10-31', term, count: 9_999_999, unit: 'cases' };
    await post.must('POST', `/plans/${plan}/statistics`, figure);
  }
  return plan;
}

/** Texts of so many characters that make a reader look far ahead or back, by what is in them. */
export const longTexts = (length: number): Record<string, string> =>
  Object.fromEntries(
    ['word ', 'x', '(SBU) ', '(C) A\n', 'a\n', '\n', '- ', 'TOP ', '1,000 victims; ', 'é'].map((piece) => [
      JSON.stringify(piece),
      `A${piece.repeat(Math.floor(length / piece.length) - 1)}`,
    ]),
  );
