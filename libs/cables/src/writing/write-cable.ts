import { toCableCharacters } from './cable-characters';
import { cableSections, type SectionOptions } from './cable-sections';
import { wrapCableText } from './cable-wrap';
import { MISSION_NAMES } from '../missions/mission-names';

/** What stands above the text of a cable that we write. A draft has neither date-time group nor serial yet. */
export interface CableHeading {
  precedence: 'FLASH' | 'NIACT IMMEDIATE' | 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';
  /** ISO instant in UTC. */
  dateTimeGroup: string | null;
  from: string;
  to: string[];
  classification: string;
  /** The mission as it stands before the serial, such as STATE. */
  post: string;
  serial: number | null;
  captions: string[];
  /** The order and what it says, such as `12958: N/A`. */
  executiveOrder: string;
  tags: string[];
  subject: string;
  /** Cable numbers in their one form, such as `09STATE5577`; letters are set here. */
  references: string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LETTERS: Record<CableHeading['precedence'], string> = {
  FLASH: 'Z',
  'NIACT IMMEDIATE': 'O',
  IMMEDIATE: 'O',
  PRIORITY: 'P',
  ROUTINE: 'R',
};
const SERIAL_DIGITS = 6;

/**
 * The lines above the text: addresses, classification, captions, order, tags, subject and references, at most 55 columns wide.
 * `section` is the heading of the first section, empty for a short cable. Throws UnwritableCharacter.
 */
export function writeCableHeader(heading: CableHeading, section = ''): string[] {
  const { precedence, dateTimeGroup, from, to, captions } = heading;
  const group = dateTimeGroup === null ? [] : [`${LETTERS[precedence]} ${writeDateTimeGroup(dateTimeGroup)}`];
  const receivers = to.map((address, index) => `${index === 0 ? 'TO ' : ''}${address} ${precedence}`);
  const lines = [
    ...group,
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
  const { classification, post, serial } = heading;
  const digits = serial === null ? '' : String(serial).padStart(SERIAL_DIGITS, '0');
  return [classification, section, post, digits].filter((word) => word !== '').join(' ');
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

/** An ISO instant in UTC as a date-time group: `251732Z AUG 09`. */
function writeDateTimeGroup(instant: string): string {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(instant) ?? [];
  return `${day}${hour}${minute}Z ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
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
