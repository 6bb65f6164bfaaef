import { Invalid } from '@demarche/base';

/** In what a file of plain text was written; `windows-1252` is what Western desktops call ANSI. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text: its words with one sign at each line end and no byte order mark, and how it was written. */
interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** What Windows-1252 has in the 32 places that Latin-1 leaves to control characters; some runtimes read it as Latin-1. */
const ANSI_EXTRA = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_EXTRA = 0x80;
const SAMPLE_BYTES = 4_096;
/** In UTF-16 of a Latin script nearly every second byte is zero; half of them is beyond any chance. */
const ZEROS_OF_UTF16 = 0.5;
const ZIP = Buffer.from('PK\u0003\u0004');
const PDF = Buffer.from('%PDF-');

/**
 * The one way in which page, API and command line turn the bytes of a file into text: by its byte order mark, else as
 * UTF-16 where every second byte is zero, else as UTF-8, else as Windows-1252. Throws Invalid for what is no text.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text.includes('\u0000')) throw noText(bytes);
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), encoding };
}

function encodingOf(bytes: Buffer): TextEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideEncodingOf(bytes.subarray(0, SAMPLE_BYTES));
  if (wide) return wide;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function wideEncodingOf(sample: Buffer): TextEncoding | null {
  const pairs = Math.floor(sample.length / 2);
  const share = (parity: number) =>
    sample.filter((byte, at) => byte === 0 && at % 2 === parity).length / pairs;
  const [zerosFirst, zerosSecond] = [share(0), share(1)];
  if (zerosSecond > ZEROS_OF_UTF16 && zerosFirst === 0) return 'utf-16le';
  return zerosFirst > ZEROS_OF_UTF16 && zerosSecond === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Buffer, encoding: TextEncoding): string {
  if (encoding === 'utf-16be') return Buffer.from(evenPart(bytes)).swap16().toString('utf16le');
  if (encoding === 'utf-16le') return evenPart(bytes).toString('utf16le');
  if (encoding === 'utf-8') return bytes.toString('utf8');
  const extra = (character: string) => ANSI_EXTRA[character.charCodeAt(0) - FIRST_EXTRA] ?? character;
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, extra);
}

/** A copy may have been cut in the middle of a character of two bytes. */
const evenPart = (bytes: Buffer) => bytes.subarray(0, bytes.length - (bytes.length % 2));

function noText(bytes: Buffer): Invalid {
  const starts = (signature: Buffer) => bytes.subarray(0, signature.length).equals(signature);
  if (starts(ZIP))
    return refusal(
      'This is a Word or Excel file. Save it as plain text, or a table as CSV, and choose that file.',
    );
  if (starts(PDF)) return refusal('This is a PDF. Copy its text and paste it, or choose a plain text file.');
  return refusal('The file is not plain text. Save it as a .txt or .csv file and choose that one.');
}

const refusal = (message: string) => Invalid.because('file', 'not-text', message);
