import { Conflict } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { z } from 'zod';
import type { LabelledAsk, LabelledGroup } from './ask-labels';

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
  letter: z.string().describe('Letter of the heading: B, C, D or E'),
  title: z.string().describe('Prosecution, Protection, Prevention or Other areas'),
};

/** Further things asked for, under one heading. */
export const AskGroupFacts = z.object({ ...heading, asks: z.array(AskFacts) });

/** The same with the notes for the post. */
export const NotedAskGroupFacts = z.object({ ...heading, asks: z.array(NotedAskFacts) });

/** A recommendation without the note that only the post may read. */
export const bare = ({ label, text }: LabelledAsk) => ({ label, text });

/** A heading and what stands under it, without the notes. */
export const bareGroup = ({ letter, title, asks }: LabelledGroup) => ({
  letter,
  title,
  asks: asks.map(bare),
});

/** Throws Conflict for a plan that has nothing a paper could ask for first. */
export function mustAskSomething({ standing }: Pick<PlanView, 'standing'>): void {
  if (standing.some(({ priority }) => priority === 'high')) return;
  throw new Conflict('state', 'This plan asks for nothing yet: add a high-priority recommendation first.');
}
