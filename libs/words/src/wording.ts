/** How a person is called whose account is gone from the list of people. */
export const CLOSED_ACCOUNT = 'closed account';

/** So many characters of a long text stand where it is only named. */
const BRIEF = 90;

/** A long text where it is only named: cut with an ellipsis. */
export function brief(text: string): string {
  return text.length > BRIEF ? `${text.slice(0, BRIEF).trimEnd()}…` : text;
}
