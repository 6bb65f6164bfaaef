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

/** One thing the cable's action plan asks of the government; only the longer list is sorted by pillar. */
export interface CableRecommendation {
  priority: 'high' | 'other';
  pillar: CablePillar | null;
  text: string;
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

/** A cable as read: the exact shape which `demarche cable read --json` prints. `dateTimeGroup` is an ISO instant in UTC. */
export interface Cable {
  number: string;
  dateTimeGroup: string;
  precedence: string | null;
  from: string | null;
  to: string[];
  classification: string | null;
  captions: string[];
  executiveOrder: string | null;
  tags: string[];
  subject: string;
  references: CableReference[];
  paragraphs: CableParagraph[];
  talkingPoints: string[];
  recommendations: CableRecommendation[];
  signature: string | null;
  anomalies: CableAnomaly[];
}
