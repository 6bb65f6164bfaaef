import { Readable } from 'node:stream';
import type { WebReply } from '../web-request';

/** A file to be handed out: its name, its media type, and its bytes, or its text as it is being written. */
export interface HandedFile {
  filename: string;
  mediaType: string;
  bytes: Buffer | Readable;
}

/** The text of a long table as a stream. Its beginning is written before this answers, so that what fails then is answered as a page. */
export async function begun(text: AsyncGenerator<string>): Promise<Readable> {
  const first = await text.next();
  return Readable.from(goingOn(first, text), { objectMode: false, highWaterMark: BUFFERED_BYTES });
}

const BUFFERED_BYTES = 65_536;

async function* goingOn(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* rest;
}

/** Sends a file as an attachment, never shown inside a page (RFC 6266: a plain name and the exact one). */
export function handOut(reply: WebReply, { filename, mediaType, bytes }: HandedFile): Buffer | Readable {
  const plain = filename.replace(/[^A-Za-z0-9._-]+/g, '-');
  const exact = encodeURIComponent(filename).replace(/['()*]/g, percent);
  void reply
    .status(200)
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${exact}`);
  return bytes;
}

const percent = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
