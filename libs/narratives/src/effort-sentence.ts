import { type CalendarDate, dateInWords, type Party } from '@demarche/rules';
import { wordFor } from '@demarche/words';
import { namesDate } from './span-words';
import { asSentence, capitalized } from './sentence-form';

/** What a sentence on an effort is made of. */
interface ToldEffort {
  happenedOn: CalendarDate;
  text: string;
  ranBy: Party;
  paidBy: Party;
  role: string | null;
}

// Only a text that opens with an article surely continues a date as a sentence; anything else might lack its subject.
const OPENS_WITH_ARTICLE = /^(The|An?)(?=\s+\p{L})/u;

// A sentence that ends in a quotation or in brackets gets its note after them, since nothing is put in a person's mouth.
function withNote(sentence: string, note: string): string {
  const stop = sentence.slice(-1);
  if (!'.!?…'.includes(stop)) return `${sentence} (${capitalized(note)}.)`;
  return `${sentence.slice(0, -1)} (${note})${stop}`;
}

function dated({ happenedOn, text, ranBy }: ToldEffort): string {
  const body = asSentence(text);
  const runner = `act of ${wordFor('party-noun', ranBy)}`;
  const isOutsider = ranBy !== 'government';
  if (namesDate(body, happenedOn)) return isOutsider ? withNote(body, runner) : body;
  const day = dateInWords(happenedOn);
  if (!OPENS_WITH_ARTICLE.test(body)) return withNote(body, `${runner}, ${day}`);
  const continued = `On ${day}, ${body.charAt(0).toLowerCase()}${body.slice(1)}`;
  return isOutsider ? withNote(continued, runner) : continued;
}

/**
 * The officer's words with the day and the actor: as a dated sentence where the words allow it, else with both in
 * brackets. For an act that somebody else ran, what the government paid or did follows.
 */
export function effortSentence(effort: ToldEffort): string {
  const parts = [dated(effort)];
  if (effort.ranBy !== 'government' && effort.paidBy === 'government')
    parts.push('The government bore the cost.');
  if (effort.ranBy !== 'government' && effort.role)
    parts.push(`The government’s part: ${asSentence(effort.role)}`);
  return parts.join(' ');
}
