import type { ConflictCode, Reason } from '@demarche/base';
import type { KeptForm } from '../forms/kept-form';

/** What went wrong, in the words and numbers of HTTP; `reasons` only for refused input. */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  reasons?: Reason[];
  id?: string;
  /** What was saved under the same key before, and what was sent now; without secrets. */
  saved?: Record<string, unknown>;
  sent?: Record<string, unknown>;
  /** A form that could not be taken in: shown again, so that no text is lost. */
  kept?: KeptForm;
}

/** The status of each kind of conflict: on the error page, beside a form that is shown again, and in the API alike. */
export const CONFLICT_STATUS: Record<ConflictCode, number> = {
  stale: 409,
  duplicate: 409,
  repeat: 409,
  state: 409,
  'missing-version': 428,
  'too-many': 429,
};
