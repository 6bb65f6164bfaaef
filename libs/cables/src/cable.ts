import type { Code } from '@demarche/words';

/** What a cable says about one earlier cable: its letter in the REF line (or null) and its number as `09STATE5577`. */
export interface CableReference {
  letter: string | null;
  number: string;
  raw: string;
}

/** One numbered paragraph of a cable; `marking` is the portion mark without brackets, null where none stands. */
export interface CableParagraph {
  number: number;
  marking: string | null;
  text: string;
}

/** The three Ps under which the trade sorts what a government is asked to do. */
export type CablePillar = 'prosecution' | 'protection' | 'prevention';

/**
 * One thing the cable's action plan asks of the government; only the longer list is sorted by pillar. `text` is the whole
 * wording as printed; `notes` are the words in it that are for the post alone, without brackets and label.
 */
export interface CableRecommendation {
  priority: 'high' | 'other';
  pillar: CablePillar | null;
  text: string;
  notes: string[];
}

/** Something odd at one place of the cable; `paragraph` is null for the header and the foot. */
export interface CableAnomaly {
  code: CableAnomalyCode;
  paragraph: number | null;
  found: string;
  note: string;
}

/** One oddity which the reader knows how to survive and report; the words hold the closed list. */
export type CableAnomalyCode = Code<'anomaly'>;

/**
 * A cable as read: the exact shape which `demarche cable read --json` prints. `dateTimeGroup` is an ISO instant in UTC. A draft
 * lacks number or date-time group, or both, and says so by an anomaly. Every word of the source stands in one of the fields or
 * in what an anomaly found.
 */
export interface Cable {
  number: string | null;
  dateTimeGroup: string | null;
  precedence: string | null;
  from: string | null;
  to: string[];
  info: string[];
  classification: string | null;
  captions: string[];
  /** Offices and agencies that the cable is to be passed to, a line each. */
  passLines: string[];
  /** The line that says this copy replaces an earlier one. */
  corrected: string | null;
  executiveOrder: string | null;
  /** Who classified the cable and for which reasons. */
  classifiedBy: string | null;
  /** When it ceases to be classified, as printed: a day, an event, or a schedule. */
  declassification: string | null;
  tags: string[];
  subject: string;
  references: CableReference[];
  /** Words between the header and paragraph 1. */
  textBeforeFirst: string | null;
  paragraphs: CableParagraph[];
  talkingPoints: string[];
  recommendations: CableRecommendation[];
  signature: string | null;
  /** The lines by which it was routed, sent, cleared, released and kept, as they stand, in their order. */
  handling: string[];
  anomalies: CableAnomaly[];
}
