import { z } from 'zod';

/** What a number field asks and accepts: its message when nothing was given, and the whole numbers it takes. */
interface NumberAsked {
  missing: string;
  least: number;
  most: number;
  /** What is said of a number that is none of these; by default the range itself. */
  wrong?: string;
}

// The zeros of the digits that are typed at posts: Arabic, Persian, Indic, and the wide ones of East Asia.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];
const BLANK = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u2060\uFEFF]/g;
// One separator, thousands by threes; South Asia groups by twos before the last three. A first group of 0 is no group.
const BY_THREES = /^[+-]?[1-9]\d{0,2}(?:([ ,'’٬])\d{3})(?:\1\d{3})*$/;
const BY_TWOS = /^[+-]?[1-9]\d?(?:,\d{2})+,\d{3}$/;
const LONGEST_SIGN = 20;

/** A text with the digits of other scripts written as 0 to 9. */
export function plainDigits(given: string): string {
  return given.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => start <= code && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/**
 * A number as people write it, where there is only one way to read it: grouped by thousands, in the digits of other
 * scripts. Otherwise the sign that was not understood, or null where nothing was written.
 */
export function readNumber(given: string): { value: number } | { sign: string } | null {
  const plain = plainDigits(given.replace(INVISIBLE, '')).replace(BLANK, ' ').replace('\u2212', '-').trim();
  if (plain === '') return null;
  const written = plain.replaceAll('،', ',');
  if (BY_THREES.test(written) || BY_TWOS.test(written))
    return { value: Number(written.replace(/[^\d-]/g, '')) };
  if (/^[+-]?\d{1,15}$/.test(written)) return { value: Number(written) };
  return { sign: notUnderstood(plain) };
}

// Of several signs the last one: in “1,234.50” the comma was understood.
function notUnderstood(plain: string): string {
  const signs = plain.match(/[^\d+\s-]+(?: [^\d\s]+)*/g) ?? [plain];
  return (signs.at(-1) ?? plain).slice(0, LONGEST_SIGN);
}

/**
 * A whole number that somebody stated, as a number or as text. Nothing given, a sign not understood and a number out of
 * range are three messages, since they ask for three different things.
 */
export function wholeNumber({ missing, least, most, wrong }: NumberAsked) {
  const range = wrong ?? `Enter a whole number from ${least} to ${most.toLocaleString('en-US')}.`;
  const whole = z
    .number({ error: missing })
    .int({ error: range, abort: true })
    .min(least, range)
    .max(most, range);
  return z
    .preprocess((given, context) => {
      if (typeof given !== 'string') return given;
      const read = readNumber(given);
      if (read === null) return undefined;
      if ('value' in read) return read.value;
      context.addIssue({ code: 'custom', message: unread(read.sign), params: { code: 'not-a-number' } });
      return z.NEVER;
    }, whole)
    .meta({ type: 'integer' });
}

function unread(sign: string): string {
  return `“${sign}” was not understood. Write digits alone, for example 1234 or 1,234.`;
}
