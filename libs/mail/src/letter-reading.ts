/** A letter as it is read back: decoded headers and text. `date` is an instant as ISO text, or null when it is none. */
export interface ReadLetter {
  from: string;
  to: string;
  subject: string;
  messageId: string;
  date: string | null;
  text: string;
}

/** Reads the bytes of a plain-text letter as this room writes them. What is missing reads as empty text. */
export function readLetter(bytes: Buffer): ReadLetter {
  const source = bytes.toString('utf8');
  const end = source.indexOf('\r\n\r\n');
  const head = end < 0 ? source : source.slice(0, end);
  const headers = readHeaders(head);
  const field = (name: string) => decodeWords(headers.get(name) ?? '');
  return {
    from: field('from'),
    to: field('to'),
    subject: field('subject'),
    messageId: field('message-id'),
    date: instantOrNull(field('date')),
    text: readBody(end < 0 ? '' : source.slice(end + 4), field('content-transfer-encoding')),
  };
}

function readHeaders(head: string): Map<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.replace(/^[^:]*:\s*/, '')]),
  );
}

function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, word: string) =>
    Buffer.from(word, 'base64').toString('utf8'),
  );
}

function readBody(body: string, encoding: string): string {
  const text = encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
  return text.replaceAll('\r\n', '\n');
}

function decodeQuotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function instantOrNull(text: string): string | null {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
