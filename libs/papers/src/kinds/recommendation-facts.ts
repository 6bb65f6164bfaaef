import { Conflict } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { groupRecommendations, headingLetter, type Pillar } from '@demarche/rules';
import { z } from 'zod';

/** One thing asked of the government, as anybody may read it. */
export const AskFacts = z.object({
  label: z.string().describe('What it is called in every paper of the plan, for example A1'),
  text: z.string().describe('What the government is asked to do'),
});

/** The same with the note that only the post may read. */
export const NotedAskFacts = AskFacts.extend({
  note: z.string().nullable().describe('The note for the post, if there is one'),
});

const heading = {
  letter: z.string().describe('Letter of the heading: B or a later one'),
  title: z.string().describe('Prosecution, Protection, Prevention or Other areas'),
};

/** Further things asked for, under one heading. */
export const AskGroupFacts = z.object({ ...heading, asks: z.array(AskFacts) });

/** The same with the notes for the post. */
export const NotedAskGroupFacts = z.object({ ...heading, asks: z.array(NotedAskFacts) });

type NotedAsk = z.infer<typeof NotedAskFacts>;
type NotedAskGroup = z.infer<typeof NotedAskGroupFacts>;

const TITLES: Record<Pillar, string> = {
  prosecution: 'Prosecution',
  protection: 'Protection',
  prevention: 'Prevention',
};
const REST = 'Other areas';

/** What a plan asks for now in two parts: the high-priority recommendations, and the others under their headings. */
export function askedIn({ standing, recommendations }: Pick<PlanView, 'standing' | 'recommendations'>): {
  high: NotedAsk[];
  others: NotedAskGroup[];
} {
  const groups = groupRecommendations(standing).map((group) => ({
    priority: group.priority,
    letter: headingLetter(group, recommendations),
    title: group.pillar === null ? REST : TITLES[group.pillar],
    asks: group.recommendations.map(({ label, text, note }) => ({ label, text, note })),
  }));
  return {
    high: groups.filter(({ priority }) => priority === 'high').flatMap(({ asks }) => asks),
    others: groups
      .filter(({ priority }) => priority !== 'high')
      .map(({ letter, title, asks }) => ({ letter, title, asks })),
  };
}

/** A recommendation without the note that only the post may read. */
export const bare = ({ label, text }: NotedAsk) => ({ label, text });

/** A heading and what stands under it, without the notes. */
export const bareGroup = ({ letter, title, asks }: NotedAskGroup) => ({
  letter,
  title,
  asks: asks.map(bare),
});

/** Throws Conflict for a plan that has nothing a paper could ask for first. */
export function mustAskSomething({ standing }: Pick<PlanView, 'standing'>): void {
  if (standing.some(({ priority }) => priority === 'high')) return;
  throw new Conflict('state', 'This plan asks for nothing yet: add a high-priority recommendation first.');
}
