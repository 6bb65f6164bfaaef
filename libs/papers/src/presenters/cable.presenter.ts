import {
  CABLE_WIDTH,
  type CableHeading,
  normaliseCableNumber,
  type SectionOptions,
  toCableCharacters,
  UnwritableCharacter,
  wrapCableText,
  writeCable,
} from '@demarche/cables';
import { Invalid, type Reason } from '@demarche/base';
import { codesOf, isCode } from '@demarche/words';
import { wordsOfBlock } from '../text/block-words';
import type { FieldBlock, PaperBlock } from '../text/paper-block';

const ORDER = 'E.O. ';
const OPEN_MARK = 'U';
/** The caption of a cable that holds SBU paragraphs; its classification stays UNCLAS (STATE 018029 of 2 February 2000). */
/** The caption of every cable with a paragraph that is not open to all. */
export const SENSITIVE = 'SENSITIVE';
const BULLET = '-- ';

/** Reads the header lines of a paper by their names. */
class Fields {
  constructor(private readonly fields: readonly FieldBlock[]) {}

  all(name: string): string[] {
    return this.fields.filter((field) => field.name === name).map(({ text }) => text);
  }

  listed(name: string): string[] {
    return this.all(name)
      .flatMap((text) => text.split(','))
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  one(name: string): string {
    const [text] = this.all(name);
    if (text !== undefined) return text;
    throw Invalid.because(
      'header',
      'field-missing',
      `The cable has no line “${name}”: add “= ${name}: …” to cable.hbs.`,
    );
  }

  /** The order and what it says: `12958: N/A`. */
  get order(): string {
    const order = this.fields.find(({ name }) => name.startsWith(ORDER));
    return order ? `${order.name.slice(ORDER.length)}: ${order.text}` : this.one('E.O. 13526');
  }
}

function precedenceOf(fields: Fields): CableHeading['precedence'] {
  const named = fields.one('PRECEDENCE');
  if (isCode('precedence', named)) return named;
  throw Invalid.because(
    'header',
    'precedence',
    `“${named}” is no precedence: use one of ${codesOf('precedence').join(', ')}.`,
  );
}

function captionsOf(fields: Fields, blocks: readonly PaperBlock[]): string[] {
  const captions = fields.listed('CAPTIONS');
  const isSensitive = blocks.some((block) => block.kind === 'numbered' && block.mark !== OPEN_MARK);
  return isSensitive && !captions.includes(SENSITIVE) ? [SENSITIVE, ...captions] : captions;
}

/** `A. 09 STATE 88558` as `09STATE88558`; the letters are set anew. */
function citedIn(line: string): string {
  const number = line.replace(/^[A-Z]{1,2}\.\s+/, '');
  return normaliseCableNumber(number) ?? number;
}

function headingOf(blocks: readonly PaperBlock[]): CableHeading {
  const fields = new Fields(blocks.filter((block) => block.kind === 'field'));
  return {
    precedence: precedenceOf(fields),
    from: fields.one('FROM'),
    to: fields.all('TO'),
    classification: fields.one('CLASSIFICATION'),
    post: fields.one('FROM').startsWith('SECSTATE') ? 'STATE' : '',
    captions: captionsOf(fields, blocks),
    executiveOrder: fields.order,
    tags: fields.listed('TAGS'),
    subject: fields.one('SUBJECT'),
    references: fields.all('REF').map(citedIn),
  };
}

function wordsInCable(block: PaperBlock): string {
  const words = wordsOfBlock(block);
  if (block.kind === 'bullet') return `${BULLET}${words}`;
  return block.kind === 'heading' && !words.endsWith(':') ? `${words}:` : words;
}

function hangOf(block: PaperBlock): number {
  if (block.kind === 'bullet') return BULLET.length;
  return block.kind === 'ask' ? block.label.length + 2 : 0;
}

/** The lines of one block with an empty line behind; the first line keeps number and mark. */
function linesOfBlock(block: PaperBlock): string[] {
  return [
    ...wrapCableText(toCableCharacters(wordsInCable(block)), { width: CABLE_WIDTH, hang: hangOf(block) }),
    '',
  ];
}

function placeOf(block: PaperBlock, paragraph: number): string {
  if (block.kind === 'ask') return block.label;
  if (block.kind === 'field') return block.name;
  return paragraph === 0 ? 'header' : `paragraph ${paragraph}`;
}

/** What no cable can carry, with its place; quotes, dashes and accented letters are no trouble. */
function troublesIn(blocks: readonly PaperBlock[]): Reason[] {
  let paragraph = 0;
  return blocks.flatMap((block) => {
    if (block.kind === 'numbered') paragraph = block.number;
    const field = placeOf(block, paragraph);
    try {
      toCableCharacters(block.text);
      return [];
    } catch (error) {
      if (!(error instanceof UnwritableCharacter)) throw error;
      const message = `${field} holds “${error.character}” (character ${error.position + 1}), which no cable can carry: write it in Latin letters.`;
      return [{ field, code: 'cable-character', message }];
    }
  });
}

/**
 * Blocks as the text of a cable that has neither number nor date yet: header, 55 columns, plain characters, sections.
 * Throws Invalid with the place of every character that no cable can carry, and for a header line that is missing.
 */
export function cableOf(blocks: readonly PaperBlock[], options: SectionOptions = {}): string {
  const reasons = troublesIn(blocks);
  if (reasons.length > 0) throw new Invalid(reasons);
  const body = blocks.filter(({ kind }) => kind !== 'field').flatMap(linesOfBlock);
  return writeCable(headingOf(blocks), body, options);
}
