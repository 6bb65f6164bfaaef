import { rowId, text } from '@demarche/base';
import { MovedDeadlineInput, NewDeadlineInput } from '@demarche/deadlines';
import { type Choice, choicesOf } from '@demarche/words';

const LONGEST_REASON = 1_000;

/** A browser cannot send “nobody's post”: the form says where it is owed, and Washington is no post. */
export const NewDeadlineForm = NewDeadlineInput.omit({ postId: true }).extend({
  place: rowId('Say where it is owed.'),
});

/** A person says why a deadline moves; its field has a name of its own, since another form on the page asks for a reason too. */
export const MovedDeadlineForm = MovedDeadlineInput.omit({ reason: true }).extend({
  movedBecause: text('Say why it is moved.', LONGEST_REASON),
});

/** Who a person may say has set a date: the law’s own dates are known from the cycle. */
export function naturesToSay(): Choice[] {
  return choicesOf('deadline-nature', ['instructed', 'entered']);
}
