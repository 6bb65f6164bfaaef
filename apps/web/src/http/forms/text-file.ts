import { cell, Invalid } from '@demarche/base';
import { decodeText } from '@demarche/formats';
import { z } from 'zod';
import type { FormBody } from './forms';
import type { Upload } from './uploads';

/** A form that may bring its text as a file: its fields with the text among them, and what is wrong with the file. */
interface TextForm {
  told: FormBody;
  fault: string | null;
}

/** What such a form says of a file that cannot be taken. */
interface FileWords {
  tooBig: string;
  empty: string;
}

/** Reads a form that may bring its `text` as a file or pasted; a file that was chosen comes before the text. */
export function textFormOf(body: Record<string, unknown>, words: FileWords): TextForm {
  const { file, ...rest } = body;
  const typed = { ...rest, text: unixLines(body.text) } as FormBody;
  if (file === undefined || file === '') return { told: typed, fault: null };
  if (!isUpload(file)) return { told: typed, fault: 'Choose the file again.' };
  if (file.filename === '' && file.bytes.length === 0) return { told: typed, fault: null };
  return read(file, typed, words);
}

/**
 * A schema that refuses whatever it is given, for a form whose file cannot be read. The text beside the file is shown
 * again, so it is looked at for marks of classification all the same.
 */
export function refusedFile<T>(fault: string) {
  return z.looseObject({ text: cell('Paste the text.').optional() }).transform((_given, context): T => {
    context.addIssue({ code: 'custom', path: ['file'], message: fault });
    return z.NEVER;
  });
}

/** Browsers send every line break of a form as two characters; the text itself has one. */
export function unixLines(text: unknown): unknown {
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text;
}

function read({ bytes, isCut }: Upload, typed: FormBody, words: FileWords): TextForm {
  if (isCut) return { told: typed, fault: words.tooBig };
  if (bytes.length === 0) return { told: typed, fault: words.empty };
  try {
    return { told: { ...typed, text: decodeText(bytes).text }, fault: null };
  } catch (error) {
    if (error instanceof Invalid) return { told: typed, fault: error.message };
    throw error;
  }
}

function isUpload(file: unknown): file is Upload {
  return typeof file === 'object' && file !== null && 'bytes' in file && Buffer.isBuffer(file.bytes);
}
