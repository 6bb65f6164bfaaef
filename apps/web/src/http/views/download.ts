import type { WebReply } from '../web-request';

/** A file to be handed out: its name, its media type, its bytes. */
interface HandedFile {
  filename: string;
  mediaType: string;
  bytes: Buffer;
}

/** Sends a file as an attachment, never shown inside a page (RFC 6266: a plain name and the exact one). */
export function handOut(reply: WebReply, { filename, mediaType, bytes }: HandedFile): Buffer {
  const plain = filename.replace(/[^A-Za-z0-9._-]+/g, '-');
  const exact = encodeURIComponent(filename).replace(/['()*]/g, percent);
  void reply
    .status(200)
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${exact}`);
  return bytes;
}

const percent = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
