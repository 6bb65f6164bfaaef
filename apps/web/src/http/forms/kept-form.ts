import { spillScan } from '@demarche/rules';
import { isSecretField } from './asked';
import type { SentFields, WebRequest } from '../web-request';

/** Marks the fields of a form that travel with another form, through the sign-in and back. */
export const KEPT = 'kept.';

/** Keys that a fresh page makes anew, and what only a sign-in asks for. */
const LEFT = ['csrf', 'link'];
/** A value of this length or with a blank in it was written by hand, whatever its field is called. */
const LONGEST_CODE = 40;

/** A field that was sent and could not be taken in: `label` is null for a choice or a key, which only its form can word. */
interface KeptField {
  name: string;
  label: string | null;
  value: string;
  /** Whether it is a day, which is shown as days are. */
  isDay: boolean;
}

/** A form that could not be taken in: where it goes, and what was in it. */
export interface KeptForm {
  action: string;
  fields: KeptField[];
}

/**
 * The form that a person sent from one of our own pages, or null. Nothing for a form from anywhere else, since showing
 * that would let a stranger put words on our page. `labels` are those of the fields that a person types into.
 */
export function keptForm(request: WebRequest, labels: Map<string, string>): KeptForm | null {
  if (request.method === 'GET' || request.headers['sec-fetch-site'] !== 'same-origin') return null;
  const fields = Object.entries(request.body ?? {})
    .filter(([name]) => !LEFT.includes(name) && !isSecretField(name))
    .flatMap(([name, value]: [string, unknown]) => [value].flat().map((one) => ({ name, value: one })))
    .filter((field): field is { name: string; value: string } => isText(field.value))
    .map(({ name, value }) => ({
      name: `${KEPT}${name}`,
      value,
      label: labelOf(labels.get(name), value),
      isDay: /^\d{4}-\d{2}-\d{2}$/.test(value),
    }));
  if (fields.some(({ value }) => spillScan(value))) return null;
  return fields.length > 0 ? { action: request.url, fields } : null;
}

/** Takes the fields of a kept form out of a body that carries some, under their own names; null when it carries none. */
export function takeKept(body: unknown): SentFields | null {
  if (typeof body !== 'object' || body === null) return null;
  const sent = body as SentFields;
  const names = Object.keys(sent).filter((name) => name.startsWith(KEPT));
  if (names.length === 0) return null;
  const kept = names.map((name) => [name.slice(KEPT.length), sent[name]]);
  for (const name of names) Reflect.deleteProperty(sent, name);
  return Object.fromEntries(kept) as SentFields;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

function labelOf(label: string | undefined, value: string): string | null {
  if (label !== undefined) return label;
  return /\s/.test(value) || value.length > LONGEST_CODE ? 'Your text' : null;
}
