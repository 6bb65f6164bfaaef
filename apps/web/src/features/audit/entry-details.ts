import { isCode, wordFor, type WordKind } from '@demarche/words';

/** What the details of an entry are called on the page, and by which lists their codes are worded. */
const DETAILS: Record<string, { label: string; words?: WordKind[] }> = {
  permission: { label: 'asked to', words: ['permission'] },
  kind: { label: 'kind', words: ['paper-kind', 'deadline-kind'] },
  role: { label: 'role', words: ['role'] },
  format: { label: 'as' },
  means: { label: 'by' },
  rows: { label: 'rows' },
  number: { label: 'number' },
  version: { label: 'version' },
  recommendations: { label: 'recommendations' },
  cable: { label: 'cable' },
  days: { label: 'days' },
  on: { label: 'day' },
  from: { label: 'from' },
  added: { label: 'added' },
  changed: { label: 'changed' },
  refused: { label: 'refused' },
  step: { label: 'step', words: ['reminder-step'] },
  attempt: { label: 'attempt' },
  rule: { label: 'rule' },
  finds: { label: 'places' },
};

/** An id or a hash: it says nothing to a person, and the machines' door has it. */
const CODED = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{32,}$/i;

/** The details in one line, in words; what only a machine can read is left out. */
export function detailsOf(detail: Record<string, unknown>): string {
  const told = Object.entries(detail).flatMap(([name, value]) => {
    const known = DETAILS[name];
    const text = known ? textOf(value, known.words ?? []) : '';
    return known && text !== '' ? [`${known.label}: ${text}`] : [];
  });
  return told.join(' · ');
}

function textOf(value: unknown, words: WordKind[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || CODED.test(value)) return '';
  for (const kind of words) if (isCode(kind, value)) return wordFor(kind, value);
  return value;
}
