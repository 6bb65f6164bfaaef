import type { TableReport } from '@demarche/register';
import { wrapped } from '../wrapped';

/** What a table did or would do, as a person reads it: the counts, each change, each refused line with its reason. */
export function tableSheet(report: TableReport, file: string): string {
  const { kind, preview, accepted, added, changed, unchanged, changes, refused } = report;
  const counts = `${added} to add, ${changed} to change, ${unchanged} known already`;
  return [
    `${preview ? 'Preview of' : 'Loaded'} ${kind} from ${file}`,
    `  accepted ${accepted} (${preview ? counts : counts.replaceAll(' to add', ' added').replaceAll(' to change', ' changed')})`,
    `  refused  ${refused.length}`,
    ...section(
      'Changes',
      changes.map(({ line, act, subject }) => `line ${line}: ${act} ${subject}`),
    ),
    ...section(
      'Refused',
      refused.map(({ line, code, reason }) => `line ${line}: ${code}: ${reason}`),
    ),
    '',
    preview ? 'Nothing was written. Add --apply to load the accepted lines.' : endOf(added + changed),
    '',
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${wrapped(line, 4)}`)];
}

function endOf(written: number): string {
  return written === 0 ? 'There was nothing to write.' : 'All of it was written in one act.';
}
