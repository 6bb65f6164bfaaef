import { toCableCharacters } from './cable-characters';
import { cableSections, type SectionOptions } from './cable-sections';
import { wrapCableText } from './cable-wrap';
import { MISSION_NAMES } from '../missions/mission-names';

/** What stands above the text of a cable that we write. It is a draft: date-time group and serial come with the sending. */
export interface CableHeading {
  precedence: 'FLASH' | 'NIACT IMMEDIATE' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';
  from: string;
  to: string[];
  classification: string;
  /** The mission as it stands before the serial, such as STATE. */
  post: string;
  captions: string[];
  /** The order and what it says, such as `12958: N/A`. */
  executiveOrder: string;
  tags: string[];
  subject: string;
  /** Cable numbers in their one form, such as `09STATE5577`; letters are set here. */
  references: string[];
}

/**
 * The lines above the text: addresses, classification, captions, order, tags, subject and references, at most 55 columns wide.
 * `section` is the heading of the first section, empty for a short cable. Throws UnwritableCharacter.
 */
export function writeCableHeader(heading: CableHeading, section = ''): string[] {
  const { precedence, from, to, captions } = heading;
  const receivers = to.map((address, index) => `${index === 0 ? 'TO ' : ''}${address} ${precedence}`);
  const lines = [
    ...wrapCableText(`FM ${from}`, { hang: 3 }),
    ...receivers.flatMap((line) => wrapCableText(line, { hang: 3 })),
    '',
    classificationLine(heading, section),
    '',
    ...captions,
    ...(captions.length > 0 ? [''] : []),
    ...fieldLines(heading),
  ];
  return lines.map(toCableCharacters);
}

function fieldLines(heading: CableHeading): string[] {
  const { executiveOrder, tags, subject, references } = heading;
  const cited = references.map((number, index) => `${letterOf(index)}. ${printedCableNumber(number)}`);
  return [
    ...wrapCableText(`E.O. ${executiveOrder}`),
    ...wrapCableText(`TAGS: ${tags.join(', ')}`),
    ...wrapCableText(toCableCharacters(`SUBJECT: ${subject}`)),
    ...(cited.length > 0 ? [''] : []),
    ...cited.map((line, index) => `${index === 0 ? 'REF: ' : '     '}${line}`),
    '',
  ];
}

function classificationLine(heading: CableHeading, section: string): string {
  const { classification, post } = heading;
  return [classification, section, post].filter((word) => word !== '').join(' ');
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letter + letter;
}

/** A cable number as REF lines print it: `09 STATE 5577`, the mission's blanks restored. */
export function printedCableNumber(number: string): string {
  const [, year = '', post = '', serial = ''] = /^(\d\d)([A-Z]+)(\d+)$/.exec(number) ?? [];
  const name = MISSION_NAMES.find((mission) => mission.token === post)?.name ?? post;
  return year === '' ? number : `${year} ${name} ${serial}`;
}

/**
 * A whole cable as text: header, then the given lines, parted into sections where they are many, each later section under
 * its own classification line. Throws UnwritableCharacter.
 */
export function writeCable(heading: CableHeading, body: string[], options: SectionOptions = {}): string {
  const sections = cableSections(body.map(toCableCharacters), options);
  const parts = sections.flatMap((section, index) =>
    index === 0
      ? [...writeCableHeader(heading, section.heading), ...section.lines]
      : ['', classificationLine(heading, section.heading), '', ...section.lines],
  );
  return `${parts.join('\n')}\n`;
}
