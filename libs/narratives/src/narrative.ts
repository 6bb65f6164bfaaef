import { type CreditField, type StatisticUnit } from '@demarche/rules';
import type {
  ApartReason,
  CalendarDate,
  CreditCode,
  NarrativeWindow,
  RuleReason,
  StatisticCode,
  TierWord,
} from '@demarche/rules';
import type { ScaleWord } from './scale';

/** A sentence and what it rests on: the ids of efforts and of figures; neither means that nothing was logged. */
export interface Sentence {
  text: string;
  entries: string[];
  statistics: string[];
}

/**
 * What is told on one high-priority recommendation. `waiting` holds efforts inside the window that would count once a
 * missing field is filled, so that a sentence of no news is not signed too early.
 */
export interface Passage {
  recommendationId: string;
  number: number;
  text: string;
  sentences: Sentence[];
  hasNews: boolean;
  waiting: string[];
  /** The highest mark of the recommendation and of the efforts told. */
  marking: string | null;
}

/** The opening sentence; without a chosen word it shows an open slot in square brackets. */
export interface Opening {
  text: string;
  scaleWord: ScaleWord | null;
  isOpen: boolean;
}

/** An effort that the passages do not use, and the rules' codes for it. */
export interface UncreditedEffort {
  effortId: string;
  happenedOn: CalendarDate;
  text: string;
  recommendationIds: string[];
  reason: ApartReason;
  reasons: RuleReason<CreditCode>[];
  missing: CreditField[];
}

/** A credited effort inside the window that serves none of the high-priority recommendations. */
export interface ElsewhereEffort {
  effortId: string;
  happenedOn: CalendarDate;
  text: string;
  recommendationIds: string[];
}

/** A figure as it stands beside the narrative. */
export interface FigureApart {
  statisticId: string;
  term: string;
  from: CalendarDate;
  until: CalendarDate;
  count: number;
  unit: StatisticUnit;
  reasons: RuleReason<StatisticCode>[];
  /** False for one that the rule refuses; an accepted one stands apart because of its period. */
  accepted: boolean;
}

/** A sentence that speaks of tiers or forecasts: shown with its finds, never taken out silently. */
export interface Objection {
  place: 'opening' | 'passage' | 'statistics';
  recommendationId: string | null;
  sentence: string;
  entries: string[];
  findings: TierWord[];
}

/** One country's part of the interim assessment as it reads now, with everything a signer must see beside it. */
export interface AssembledNarrative {
  planId: string;
  country: { id: string; name: string };
  cycle: { id: string; name: string; reportYear: number };
  window: NarrativeWindow & { source: string };
  /** The last day that the sentences speak of: the window's end, or today while it runs. */
  asOf: CalendarDate;
  opening: Opening;
  passages: Passage[];
  statistics: Sentence[];
  uncredited: UncreditedEffort[];
  elsewhere: ElsewhereEffort[];
  refusedStatistics: FigureApart[];
  statisticsOutsideWindow: FigureApart[];
  objections: Objection[];
  wordCount: number;
  version: number;
}

/** How far a plan's narrative is, for lists: whether its measure is open, and its passages, objections and words counted. */
export interface NarrativeStanding {
  isOpen: boolean;
  passages: number;
  withNews: number;
  objections: number;
  wordCount: number;
}
