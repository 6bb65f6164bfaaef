import { Invalid } from '@demarche/base';
import { cableOf } from './cable.presenter';
import { docxOf } from './docx.presenter';
import type { PaperBlock } from './paper-block';
import type { PaperFormat } from './paper-kind';
import type { PaperView } from './paper-view';
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

/** Letters, digits and hyphens only; a non-paper is named by its country and nothing else. */
function nameOf({ paper, country, cycle }: PaperView): string {
  const parts = [country.name, 'non-paper'];
  return slugOf(
    paper.kind === 'non-paper'
      ? parts.join(' ')
      : `${country.name} ${cycle.name} ${paper.kind} ${paper.number}`,
  );
}

function titleIn(view: PaperView): string {
  const heading = view.blocks.find(
    (block): block is PaperBlock & { kind: 'heading' } => block.kind === 'heading',
  );
  return view.paper.kind === 'cable' || !heading ? `${view.country.name}: ${view.title}` : heading.text;
}

function asText({ blocks, banner }: PaperView): Buffer {
  const text = plainTextOf(blocks);
  return Buffer.from(banner === null ? text : `${banner}\n\n${text}\n${banner}\n`, 'utf8');
}

function asWord(view: PaperView): Promise<Buffer> {
  const { paper, blocks, banner } = view;
  return docxOf(blocks, {
    title: titleIn(view),
    style: paper.kind === 'cable' ? 'cable' : 'paper',
    banner,
    at: paper.kind === 'non-paper' ? NO_DAY : paper.madeAt,
  });
}

/** A paper in one of its forms. Throws Invalid for a cable's form of anything but a cable. */
export async function fileOf(view: PaperView, format: PaperFormat): Promise<PaperFile> {
  const name = nameOf(view);
  if (format === 'docx') return { filename: `${name}.docx`, mediaType: WORD, bytes: await asWord(view) };
  if (format === 'txt') return { filename: `${name}.txt`, mediaType: PLAIN_TEXT, bytes: asText(view) };
  if (view.paper.kind === 'cable')
    return {
      filename: `${name}-for-transmission.txt`,
      mediaType: ASCII,
      bytes: Buffer.from(cableOf(view.blocks), 'ascii'),
    };
  throw Invalid.because('format', 'no-cable', 'Only a cable has the form of a cable.');
}
