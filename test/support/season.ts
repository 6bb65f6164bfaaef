import { Actor } from '@demarche/access';
import { PlanDrafting, Recommendations } from '@demarche/plans';
import type { Browser, OpenWeb } from './web';

/** A plan for Tajikistan with three recommendations, and the people around it, each in a browser of their own. */
export interface Season {
  desk: Browser;
  post: Browser;
  otherPost: Browser;
  manager: Browser;
  /** The desk officer as services know them. */
  deskActor: Actor;
  planId: string;
  /** Two high-priority recommendations, A1 and A2, and one other, B1. */
  recommendations: [string, string, string];
}

const RECOMMENDATIONS = [
  { priority: 'high', text: 'Pay for the shelters.' },
  { priority: 'high', text: 'Bring complicit officials to trial.' },
  { priority: 'other', pillar: 'protection', text: 'Open health care to every victim.' },
] as const;

/** Opens a season: who works in it, and what was asked of the government. */
export async function openSeason(web: OpenWeb): Promise<Season> {
  const desk = await web.browser('desk-officer', { name: 'Dana Desk' });
  const post = await web.browser('post-officer', { name: 'Pat Dushanbe', postIds: ['DUSHANBE'] });
  const otherPost = await web.browser('post-officer', { name: 'Chris Cairo', postIds: ['CAIRO'] });
  const manager = await web.browser('manager', { name: 'Mo Manager' });
  const deskActor = new Actor({ userId: desk.userId, name: 'Dana Desk', role: 'desk-officer', postIds: [] });
  const drafting = web.app.get(PlanDrafting);
  const recommendations = web.app.get(Recommendations);
  const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' } as const;
  const { id: planId } = await drafting.create(deskActor, { ...plan, marking: 'SBU' });
  const ids: string[] = [];
  for (const asked of RECOMMENDATIONS)
    ids.push((await recommendations.add(deskActor, { ...asked, planId, marking: 'SBU' })).id);
  return {
    desk,
    post,
    otherPost,
    manager,
    deskActor,
    planId,
    recommendations: ids as Season['recommendations'],
  };
}

/** The text between tags, with entities read back: what a person reads on a page. */
export function readText(html: string): string {
  const bare = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, '’')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return bare
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;)])/g, '$1')
    .trim();
}

/** The id at the end of an address. */
export const idIn = (location: string | undefined) => /([\w-]{36})/.exec(location ?? '')?.[1] ?? '';
