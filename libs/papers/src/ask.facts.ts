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
  letter: z.string().describe('Letter of the heading: B, C, D or E'),
  title: z.string().describe('Prosecution, Protection, Prevention or Other areas'),
};

/** Further things asked for, under one heading. */
export const AskGroupFacts = z.object({ ...heading, asks: z.array(AskFacts) });

/** The same with the notes for the post. */
export const NotedAskGroupFacts = z.object({ ...heading, asks: z.array(NotedAskFacts) });

/** The country as papers name it. */
export const CountryFacts = z.object({
  name: z.string().describe('Name of the country'),
  adjective: z.string().describe('Its adjective, for example Tajik'),
  government: z.string().describe('Its government, for example Government of Tajikistan'),
});

/** Why the country was placed on the list; a template asks for each with `eq`. */
export const PlacementFacts = z
  .enum(['no-increasing-efforts', 'significant-victims', 'commitments'])
  .describe('Why the country is on the list');

/** What could place a country on the list by the law of the report's year. */
export const GroundsFacts = z.object({
  countsCommitments: z.boolean().describe('Whether promises for the coming year could be the reason'),
  weighsConcreteActions: z.boolean().describe('Whether many victims count only against too little action'),
});
