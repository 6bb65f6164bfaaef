import { send } from './forms';
import type { House } from './house';

const KINDS = ['Cable', 'Talking points', 'Interim assessment', 'Non-paper'];

/** Makes a paper of each kind for the example's plan and proposes the last for release; the paths of their pages. */
export async function papersIn(house: House): Promise<string[]> {
  const papers: string[] = [];
  const desk = await (await house.of('desk')).newPage();
  for (const kind of KINDS) {
    await desk.goto('/plans');
    await desk
      .getByRole('link', { name: /^Tajikistan/ })
      .first()
      .click();
    await send(desk, new RegExp(`Make (it|a new version)\\s*: ${kind}`));
    papers.push(new URL(desk.url()).pathname);
  }
  await send(desk, 'Propose for release');
  await desk.close();
  return papers;
}
