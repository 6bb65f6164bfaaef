import type { Findings } from '../findings';

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = String.raw`((?:${MONTH})(?:\s+\d{1,2},?)?\s+\d{4}|\d{1,2}\s+(?:${MONTH})\s+\d{4})`;

/** A date that a cable states more than once: what it is called in the notes, and the wordings that state it. */
interface StatedDate {
  subject: string;
  patterns: RegExp[];
}

const STATED: readonly StatedDate[] = [
  {
    subject: 'the interim assessment',
    patterns: [
      new RegExp(String.raw`interim assessment[^.]{0,120}?\b(?:in|by|on|of)\s+${DATE}`, 'gi'),
      new RegExp(
        String.raw`\b(?:in|by|on)\s+${DATE}[^.]{0,40}(?:submit|release|issue|publish|send)[^.]{0,60}interim assessment`,
        'gi',
      ),
    ],
  },
  {
    subject: "post's report",
    patterns: [
      new RegExp(
        String.raw`\b(?:report|respond|reply|answer)\b[^.]{0,120}?\b(?:by|no later than|before)\s+(?:no later than\s+)?(?:COB\s+)?${DATE}`,
        'gi',
      ),
    ],
  },
];

/** Reports where a cable names two dates for the same thing; the date named less often, or later, is told. */
export function checkStatedDates(paragraphs: { at: number; text: string }[], findings: Findings): void {
  for (const stated of STATED) {
    const places = paragraphs.flatMap((paragraph) => datesIn(paragraph, stated.patterns));
    const usual = mostFrequent(places.map((place) => place.month));
    const others = places.filter((place) => place.month !== usual?.month);
    for (const { at, found } of others) {
      findings.add('dates-disagree', at, {
        found,
        note: `For ${stated.subject} the cable says ${usual?.month} elsewhere.`,
      });
    }
  }
}

interface DatePlace {
  at: number;
  found: string;
  month: string;
}

function datesIn(paragraph: { at: number; text: string }, patterns: RegExp[]): DatePlace[] {
  const found = patterns.flatMap((pattern) =>
    [...paragraph.text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return found.map((date) => ({ at: paragraph.at, found: date, month: monthOf(date) }));
}

// Compared by month and year: "1 February 2010" and "February 2010" agree.
function monthOf(date: string): string {
  const month = new RegExp(MONTH, 'i').exec(date)?.[0] ?? '';
  const year = /\d{4}/.exec(date)?.[0] ?? '';
  return `${month.slice(0, 1).toUpperCase()}${month.slice(1).toLowerCase()} ${year}`;
}

function mostFrequent(months: string[]): { month: string; times: number } | undefined {
  const counted = [...new Set(months)].map((month) => ({
    month,
    times: months.filter((one) => one === month).length,
  }));
  return counted.sort((left, right) => right.times - left.times)[0];
}
