// A section header inside the line: the (cut) mission, eight digits, section of sections.
const HEADER_LINE = /^[ \t]*[A-Z][A-Z .'-]*[ \t]+\d{5,8}[ \t]+\d{2,3}(?:\.\d)?[ \t]+OF[ \t]+\d{2,3}[ \t]*$/gm;
// A page header: the mission may be cut, and not every one counts its sections or says when it was sent.
const PAGE_HEADER =
  /(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)\s+)?\bPAGE \d\d\s+[A-Z][A-Z .]{0,30}\d{3,8}(?:\s+\d+ OF \d+)?(?:\s+\d{6}Z)?(?!\d)/g;
// Where the references are over: who classified the cable, or its first marked paragraph.
const REFERENCES_END =
  /\bCLAS{1,3}I{1,3}F?I{1,3}ED BY\b|\n *(?:(?:¶\s{0,8})?1\s{0,8}(?:[.)]\s{0,8})?\((?:U|C|S|TS|SBU|LOU)(?:[/-][A-Z]+)*\)|¶\s{0,8}1\.|1\.\s{0,8}¶|SUMMARY\b)/;

// Capitals of the same length: a letter whose capital is two letters stays small.
const inCapitals = (letters: string): string =>
  [...letters]
    .map((letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter))
    .join('');
const blanksFor = (found: string): string => ' '.repeat(found.length);

/** A REF text without links, in straight marks; letters keep their case, so that a raw citation can be cut from it. */
export function plainReferenceText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\[1\]\([^()\s]{0,500}\)/g, '¶')
    .replace(/\[([^\][\n]{1,300})\]\(#[^()\s]{0,500}\)/g, '$1')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/ {9,}/g, '        ');
}

/** The upper-case form of a plain REF text, of the same length, with headers blanked out and the text after the references cut. */
export function scannableReferenceText(plain: string): string {
  const upper = plain
    .replace(/\p{Ll}+/gu, inCapitals)
    .replace(HEADER_LINE, blanksFor)
    .replace(PAGE_HEADER, blanksFor)
    // A nought or a one inside a name is the letter that looks like it: 0TTAWA, T0KYO, CAIR0, L1MA.
    .replace(/(?<=[A-Z]{2})0(?=\s)|(?<![A-Z\d])0(?=[A-Z]{3})|(?<=[A-Z])0(?=[A-Z])/g, 'O')
    .replace(/(?<=[A-Z])1(?=[A-Z])/g, 'I')
    .replace(/\bO(?=\d)/g, '0')
    .replace(/(?<=\d)O(?=\d)/g, '0')
    .replace(/\b(STO?|PTO?|MT|FT)\./g, '$1 ')
    .replace(/\bAIT\//g, 'AIT ');
  const end = upper.search(REFERENCES_END);
  return end > 0 ? upper.slice(0, end) : upper;
}
