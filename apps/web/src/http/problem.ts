import type { Reason } from '@demarche/base';

/** What went wrong, in the words and numbers of HTTP; `reasons` only for refused input. */
export interface Problem {
  status: number;
  title: string;
  detail: string;
  reasons?: Reason[];
  id?: string;
}
