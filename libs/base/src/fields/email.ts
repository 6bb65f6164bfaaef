import { z } from 'zod';

// A dot-atom of RFC 5322 before the sign, host names after it: what every mail server takes, and nothing that could end a
// header or a list. Addresses in other scripts need servers that few have, so nobody is promised a letter there.
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const LONGEST_LOCAL = 64;
const LONGEST = 254;

/** Whether a text is an address that a person may have and that the mailer can reach: the two are one rule. */
export function isEmailAddress(given: string): boolean {
  const at = given.lastIndexOf('@');
  const local = given.slice(0, Math.max(at, 0));
  const fits = given.length <= LONGEST && local.length <= LONGEST_LOCAL;
  return (
    fits &&
    LOCAL.test(local) &&
    given
      .slice(at + 1)
      .split('.')
      .every((label) => LABEL.test(label))
  );
}

const ASK = 'Enter an e-mail address, for example name@example.gov.';

/** A person's e-mail address, in small letters; the curly apostrophe that Word makes of a straight one is mended. */
export function emailAddress() {
  return z
    .string({ error: ASK })
    .trim()
    .toLowerCase()
    .overwrite((given) => given.replaceAll('’', "'"))
    .max(LONGEST, `Use an e-mail address of at most ${LONGEST} characters.`)
    .refine(isEmailAddress, { error: ASK })
    .meta({ format: 'email' });
}
