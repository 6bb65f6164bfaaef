import { codesOf } from '@demarche/words';
import { z } from 'zod';
import { listOf } from '../../http/api/listing';
import { CountryAnswer, CycleAnswer, PostAnswer } from '../../parts/shared.answer';

const ListingAnswer = z.object({
  id: z.string(),
  countryId: z.string(),
  reportYear: z.number(),
  tier: z.enum(codesOf('tier')),
  source: z.string(),
});

const WorkWeekRowAnswer = z.object({
  id: z.string(),
  postId: z.string(),
  from: z.string().nullable(),
  weekend: z.array(z.number()),
  source: z.string(),
});

const HostHolidayAnswer = z.object({
  id: z.string(),
  postId: z.string(),
  on: z.string(),
  name: z.string(),
  source: z.string(),
});

const MilestoneAnswer = z.object({
  kind: z.enum(codesOf('milestone-kind')),
  nature: z.enum(codesOf('nature')),
  on: z.string(),
  until: z.string().nullable().optional(),
  source: z.string(),
});

/** Countries by name, ranked or not, 50 a page. */
export const CountriesCountriesAnswer = listOf(CountryAnswer);

/** The country, its lead post or null, and its listings. */
export const CountriesCountryAnswer = z.object({
  country: CountryAnswer,
  leadPost: PostAnswer.nullable(),
  listings: z.array(ListingAnswer),
});

/** Posts by city, the closed ones included, 50 a page. */
export const CountriesPostsAnswer = listOf(PostAnswer);

/** The post, the countries it deals with, its dated work weeks and its holidays. */
export const CountriesPostAnswer = z.object({
  post: PostAnswer,
  countryIds: z.array(z.string()),
  workWeeks: z.array(WorkWeekRowAnswer),
  holidays: z.array(HostHolidayAnswer),
});

/** Cycles, newest first. */
export const CountriesCyclesAnswer = listOf(CycleAnswer);

/** The cycle and its dates, computed and entered. */
export const CountriesCycleAnswer = z.object({
  cycle: CycleAnswer,
  milestones: z.array(MilestoneAnswer),
});
