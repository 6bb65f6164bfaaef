import { Invalid } from '@demarche/base';
import { cableOf } from './cable.presenter';
import { docxOf } from './docx.presenter';
import type { PaperBlock } from '../text/paper-block';
import type { PaperFormat } from '../paper-kind';
import type { PaperCopy } from '../paper-view';
import { mustBePrintable } from '../text/unprintable';
import { plainTextOf } from './text.presenter';

/** A paper as a file: what to call it, what it is, and its bytes. */
export interface PaperFile {
  filename: string;
  mediaType: string;
  bytes: Buffer;
}

const PLAIN_TEXT = 'text/plain; charset=utf-8';
const ASCII = 'text/plain; charset=us-ascii';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A non-paper says nothing of itself, so its file says no day on which it was made. */
const NO_DAY = '1980-01-01T00:00:00.000Z';

const slugOf = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Letters, digits and hyphens only; a paper that says nothing of itself is named by its country and kind alone. */
function nameOf({ paper, country, cycle, form }: PaperCopy): string {
  const { kind, number } = paper;
  return slugOf(
    form.tellsOfItself ? `${country.name} ${cycle.name} ${kind} ${number}` : `${country.name} ${kind}`,
  );
}

function titleIn(view: PaperCopy): string {
  const heading = view.blocks.find(
    (block): block is PaperBlock & { kind: 'heading' } => block.kind === 'heading' && block.level === 1,
  );
  return heading ? heading.text : `${view.country.name}: ${view.title}`;
}

function asText({ blocks, banner }: PaperCopy): Buffer {
  const text = plainTextOf(blocks);
  return Buffer.from(banner === null ? text : `${banner}\n\n${text}\n${banner}\n`, 'utf8');
}

function asWord(view: PaperCopy): Promise<Buffer> {
  const { paper, blocks, banner, form } = view;
  return docxOf(blocks, {
    title: titleIn(view),
    style: form.look,
    banner,
    at: form.tellsOfItself ? paper.madeAt : NO_DAY,
  });
}

const FORMS: Record<
  PaperFormat,
  { ending: string; mediaType: string; bytesOf: (view: PaperCopy) => Promise<Buffer> | Buffer }
> = {
  docx: { ending: '.docx', mediaType: WORD, bytesOf: asWord },
  txt: { ending: '.txt', mediaType: PLAIN_TEXT, bytesOf: asText },
  cable: {
    ending: '-for-transmission.txt',
    mediaType: ASCII,
    bytesOf: ({ blocks }) => Buffer.from(cableOf(blocks), 'ascii'),
  },
};

/**
 * A paper in one of its forms. Throws Invalid for a form that its kind does not have, and
 * with the place of what would print as a box.
 */
export async function fileOf(view: PaperCopy, format: PaperFormat): Promise<PaperFile> {
  if (!view.form.formats.includes(format))
    throw Invalid.because('format', 'no-cable', 'Only a cable has the form of a cable.');
  mustBePrintable(view.blocks);
  const { ending, mediaType, bytesOf } = FORMS[format];
  return { filename: `${nameOf(view)}${ending}`, mediaType, bytes: await bytesOf(view) };
}
