import { z } from 'zod';
import { CountryFacts } from './ask.facts';

/** The words of `interim-assessment.hbs`. None of them speaks of tiers; the finished text is checked for that. */
export const InterimAssessmentFacts = z.object({
  country: CountryFacts,
  reportYear: z.number().int().describe('Year of the report whose points are followed up'),
  from: z.string().describe('First day covered, for longDate'),
  until: z.string().describe('Last day covered, for longDate'),
  opening: z.string().describe('The opening sentence with the measure that a person chose'),
  passages: z
    .array(
      z.object({
        label: z.string().describe('Label of the recommendation, for example A1'),
        text: z.string().describe('The passage: its sentences, one after another'),
        acts: z.number().int().describe('How many logged acts it rests on'),
        waiting: z.number().int().describe('How many acts would count once a missing field is filled'),
        figures: z.number().int().describe('How many figures it rests on'),
      }),
    )
    .describe('One passage for each high-priority recommendation'),
  statistics: z.array(z.string()).describe('Sentences on figures that belong to no one recommendation'),
  apart: z
    .array(
      z.object({
        on: z.string().describe('Day of the act, for longDate'),
        text: z.string().describe('What was logged'),
        why: z.string().describe('Why it is not counted'),
      }),
    )
    .describe('Logged acts that are not counted'),
  refused: z
    .array(
      z.object({
        figure: z.string().describe('The figure as logged'),
        why: z.string().describe('Why it is not used'),
      }),
    )
    .describe('Figures that are not used'),
});

/** The facts of one interim assessment. */
export type InterimAssessmentFacts = z.infer<typeof InterimAssessmentFacts>;
