import type { Asked } from '@demarche/access';
import { sha256 } from '@demarche/base';
import type { Upload } from './uploads';
import type { WebRequest } from '../web-request';

/** Keys of the form itself: they are new on every page and say nothing of what is asked. */
const KEYS = ['csrf', 'submission'];

/** Fields that hold a secret: known again by a hash that only this session can make, and shown nowhere. */
export const isSecretField = (name: string): boolean => /password|secret|^present$/i.test(name);

/** What a request asks for, so that a repeat of it is known by its content; `secret` is that of its session or token. */
export function askedBy(request: WebRequest, secret: string): Asked {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const fields = Object.entries(body)
    .filter(([name]) => !KEYS.includes(name))
    .map(([name, value]) => [name, isSecretField(name) ? sha256(`${secret}:${String(value)}`) : told(value)]);
  return {
    address: `${request.method} ${request.url}`,
    fields: Object.fromEntries(fields) as Asked['fields'],
  };
}

/** A file is told by its name and the hash of its bytes. */
function told(value: unknown): unknown {
  if (!isUpload(value)) return value;
  return { filename: value.filename, sha256: sha256(value.bytes) };
}

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as Partial<Upload>).bytes);
}
