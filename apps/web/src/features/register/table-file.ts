import type { FormBody } from '../../http/forms';
import type { Upload } from '../../http/uploads';

/** The form of a table as it arrived: its fields with the table's text among them, and what is wrong with the file. */
export interface TableFormSent {
  told: FormBody;
  fault: string | null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a form that may bring the table as a file or as pasted text; a file that was chosen comes before the text. */
export function tableFormOf(body: Record<string, unknown>): TableFormSent {
  const { file, ...typed } = body;
  const told = typed as FormBody;
  if (!isUpload(file) || (file.filename === '' && file.bytes.length === 0)) return { told, fault: null };
  if (file.isCut) return { told, fault: 'The file is too big for a page. Load it with the command line.' };
  const text = textOf(file.bytes);
  if (text === null) return { told, fault: 'The file is not plain text. Save the table as CSV in UTF-8.' };
  return { told: { ...told, text }, fault: null };
}

function isUpload(file: unknown): file is Upload {
  return typeof file === 'object' && file !== null && 'bytes' in file && Buffer.isBuffer(file.bytes);
}

function textOf(bytes: Buffer): string | null {
  try {
    return bytes.includes(0) ? null : UTF8.decode(bytes);
  } catch {
    return null;
  }
}
