import { type Instant, isEmailAddress } from '@demarche/base';
import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';
import { encode, wrap } from 'nodemailer/lib/qp';
import { type MailMessage, MailRefused } from './mailer';

/** What stands on every letter of a house: who sends it, when, and whether the way can carry eight bits. */
interface Letterhead {
  from: Sender;
  at: Instant;
  way: 'seven-bit' | 'eight-bit';
}

/** A sender: the bare address, and the name shown beside it or nothing. */
export interface Sender {
  name: string;
  address: string;
}

const ADDRESS = /^[^\s<>()[\],;:\\"@]+@[^\s<>()[\],;:\\"@]+$/;
const PRINTABLE = /^[\x21-\x7e]{3,254}$/;
const LONGEST_LINE = 990;
// Headers lose every control character and line separator; texts keep their tabs and line ends.
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const CONTROLS_IN_TEXT = /[^\P{Cc}\t\n]/gu;

/** A text made safe for a header line: control characters become blanks, so that no line can be smuggled in. */
export function headerText(text: string): string {
  return text.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
}

/** A recipient's bare address. Throws MailRefused when it cannot be one; no attempt would ever help. */
export function bareAddress(text: string): string {
  const address = text.trim();
  if (isEmailAddress(address)) return address;
  throw new MailRefused('bad-address', 'The recipient’s address cannot be one.');
}

/** A Message-ID in angle brackets. Throws Error when malformed, since ids are made by the house itself. */
export function bracketed(messageId: string): string {
  const bare = messageId.replace(/^<|>$/g, '');
  if (!PRINTABLE.test(bare) || !ADDRESS.test(bare))
    throw new Error('A Message-ID has to look like name@place.');
  return `<${bare}>`;
}

/**
 * The bytes of a letter: plain text in UTF-8 whose lines come out as they went in. Throws MailRefused on an impossible
 * address. It reads no file and no address of the network, whatever the text says.
 */
export function composeLetter(message: MailMessage, { from, at, way }: Letterhead): Buffer {
  const { encoding, body } = bodyFor(message.text, way);
  const headers = [
    ['From', from.name ? `${phrase(from.name)} <${from.address}>` : from.address],
    ['To', bareAddress(message.to)],
    ['Subject', encodeWords(headerText(message.subject), 'B', 52, true)],
    ['Date', new Date(at).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', bracketed(message.messageId)],
    ['Auto-Submitted', 'auto-generated'],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Transfer-Encoding', encoding],
  ];
  const head = headers.map(([name, value]) => `${foldLines(`${name}: ${value}`, 76)}\r\n`).join('');
  return Buffer.from(`${head}\r\n${body}`, 'utf8');
}

function bodyFor(text: string, way: Letterhead['way']): { encoding: string; body: string } {
  const clean = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(CONTROLS_IN_TEXT, '');
  const body = `${clean.replace(/\n+$/, '')}\n`.replaceAll('\n', '\r\n');
  const isShort = body.split('\r\n').every((line) => Buffer.byteLength(line) <= LONGEST_LINE);
  const isPlain = /^[\t\r\n\x20-\x7e]*$/.test(body);
  if (isShort && isPlain) return { encoding: '7bit', body };
  if (isShort && way === 'eight-bit') return { encoding: '8bit', body };
  return { encoding: 'quoted-printable', body: wrap(encode(body), 76) };
}

function phrase(name: string): string {
  const clean = headerText(name).replace(/["\\]/g, '');
  return /^[\x20-\x7e]*$/.test(clean) ? `"${clean}"` : encodeWords(clean, 'B', 52, true);
}
