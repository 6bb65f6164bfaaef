import { Conflict } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { groupRecommendations, headingLetter } from '@demarche/rules';
import { headingOfPillar } from '@demarche/words';
import { z } from 'zod';

/** One thing asked of the government, as anybody may read it. */
export const RecommendationFacts = z.object({
  label: z.string().describe('What it is called in every paper of the plan, for example A1'),
  text: z.string().describe('What the government is asked to do'),
});

/** The same with the note that only the post may read. */
export const NotedRecommendationFacts = RecommendationFacts.extend({
  note: z.string().nullable().describe('The note for the post, if there is one'),
});

const heading = {
  letter: z.string().describe('Letter of the heading: B or a later one'),
  title: z.string().describe('Prosecution, Protection, Prevention or Other areas'),
};

/** Further things asked for, under one heading. */
export const RecommendationGroupFacts = z.object({
  ...heading,
  recommendations: z.array(RecommendationFacts),
});

/** The same with the notes for the post. */
export const NotedRecommendationGroupFacts = z.object({
  ...heading,
  recommendations: z.array(NotedRecommendationFacts),
});

type NotedRecommendation = z.infer<typeof NotedRecommendationFacts>;
type NotedRecommendationGroup = z.infer<typeof NotedRecommendationGroupFacts>;

/** What a plan asks for now in two parts: the high-priority recommendations, and the others under their headings. */
export function standingIn({ standing, recommendations }: Pick<PlanView, 'standing' | 'recommendations'>): {
  high: NotedRecommendation[];
  others: NotedRecommendationGroup[];
} {
  const groups = groupRecommendations(standing).map((group) => ({
    priority: group.priority,
    letter: headingLetter(group, recommendations),
    title: headingOfPillar(group.pillar),
    recommendations: group.recommendations.map(({ label, text, note }) => ({ label, text, note })),
  }));
  return {
    high: groups
      .filter(({ priority }) => priority === 'high')
      .flatMap(({ recommendations }) => recommendations),
    others: groups
      .filter(({ priority }) => priority !== 'high')
      .map(({ letter, title, recommendations }) => ({ letter, title, recommendations })),
  };
}

/** A recommendation without the note that only the post may read. */
export const bare = ({ label, text }: NotedRecommendation) => ({ label, text });

/** A heading and what stands under it, without the notes. */
export const bareGroup = ({ letter, title, recommendations }: NotedRecommendationGroup) => ({
  letter,
  title,
  recommendations: recommendations.map(bare),
});

/** Throws Conflict for a plan that has nothing a paper could ask for first. */
export function mustAskSomething({ standing }: Pick<PlanView, 'standing'>): void {
  if (standing.some(({ priority }) => priority === 'high')) return;
  throw new Conflict('state', 'This plan asks for nothing yet: add a high-priority recommendation first.');
}
