import { partNotes } from '@demarche/cables';

/** A wording parted in two: what the government reads, and what is for the post only. */
interface PartedWording {
  text: string;
  note: string | null;
  /** Whether brackets remain in the text, which a person should look at. */
  hasBrackets: boolean;
}

/**
 * Parts a wording from its notes for the post, as the cable reader knows them. A note given apart comes first.
 * Source: 09STATE88558 paragraph 2.
 */
export function partWording(wording: string, note: string | null = null): PartedWording {
  const { text, notes } = partNotes(wording);
  const all = [note, ...notes].filter((part): part is string => part !== null && part !== '');
  return { text, note: all.length > 0 ? all.join(' ') : null, hasBrackets: /[[\]]/.test(text) };
}
