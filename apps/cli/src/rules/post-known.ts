import type { WorkCalendar } from '@demarche/rules';

/** What the rules need of a post. */
export interface PostKnown {
  zone: string;
  calendar: WorkCalendar;
}

/** A register that is open for questions. */
export interface PostSource {
  /** The post that a city or cable token means, or null. */
  find(text: string): Promise<PostKnown | null>;
  close(): Promise<void>;
}

/** Where a rule looks up the post of a line. */
export interface PostLookup {
  /** Throws Invalid with the name that nobody knows. */
  named(text: string): Promise<PostKnown>;
}
