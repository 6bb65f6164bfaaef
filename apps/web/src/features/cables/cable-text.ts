import { z } from 'zod';
import type { FormBody } from '../../http/forms';
import type { Upload } from '../../http/uploads';

/** The form of the import as it arrived: its fields with the cable's text among them, and what is wrong with the file. */
export interface CableForm {
  told: FormBody;
  fault: string | null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** What the one-byte alphabet of old desktops has in the 32 places that Latin-1 leaves to control characters. */
const WESTERN_EXTRA = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_EXTRA = 0x80;

/** Reads a form that may bring the cable as a file or as pasted text; a file that was chosen comes before the text. */
export function cableFormOf(body: Record<string, unknown>): CableForm {
  const { file, ...rest } = body;
  const typed = { ...rest, text: unixLines(body.text) } as FormBody;
  if (file === undefined || file === '') return { told: typed, fault: null };
  if (!isUpload(file)) return { told: typed, fault: 'Choose the file again.' };
  if (file.filename === '' && file.bytes.length === 0) return { told: typed, fault: null };
  const fault = faultOf(file);
  return fault === null ? { told: { ...typed, text: textOf(file.bytes) }, fault } : { told: typed, fault };
}

/** A schema that refuses whatever it is given, for a form whose file cannot be read. */
export function refusing(fault: string) {
  return z.unknown().transform((_given, context): { text: string } => {
    context.addIssue({ code: 'custom', path: ['file'], message: fault });
    return z.NEVER;
  });
}

/** Browsers send every line break of a form as two characters; the text itself has one. */
export function unixLines(text: unknown): unknown {
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text;
}

function isUpload(file: unknown): file is Upload {
  return typeof file === 'object' && file !== null && 'bytes' in file && Buffer.isBuffer(file.bytes);
}

function faultOf({ bytes, isCut }: Upload): string | null {
  if (isCut) return 'The file is too big. A cable may have at most 1 MB; check that this is the right file.';
  if (bytes.length === 0) return 'The file is empty. Choose the file that holds the text of the cable.';
  if (bytes.includes(0))
    return 'The file is not plain text. Save the cable as a .txt file and choose that one.';
  return null;
}

/** Cables of old systems come in a one-byte alphabet where they are not plain ASCII. */
function textOf(bytes: Buffer): string {
  try {
    return String(unixLines(UTF8.decode(bytes)));
  } catch {
    return String(unixLines(western(bytes)));
  }
}

function western(bytes: Buffer): string {
  const extra = (character: string) => WESTERN_EXTRA[character.charCodeAt(0) - FIRST_EXTRA] ?? character;
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, extra);
}
