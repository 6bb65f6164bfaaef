import { basename } from 'node:path';
import { readCsv } from '@demarche/formats';
import { TABLE_KINDS, TableImport, type TableKind } from '@demarche/register';
import { onlyOperand, readArguments } from '../arguments';
import { BadUsage, type Command, EXIT } from '../command';
import { machineActor } from '../machine-actor';
import { settingsOf } from '../installation-settings';
import { inApplication } from '../open-application';
import { tableSheet } from './table-sheet';
import { readText } from '../text-source';

const OPTIONS = {
  kind: { type: 'string' },
  apply: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `demarche register import`: what a table would do, line by line, and with --apply doing it in one act. */
export const registerImport: Command = async (args, terminal) => {
  const { values, positionals } = readArguments(args, OPTIONS);
  const kind = kindOf(values.kind);
  const file = onlyOperand(positionals, 'the FILE to import');
  const { rows, misfits } = readCsv(await readText(file, terminal));
  const preview = values.apply !== true;
  const { REGISTER_LISTENERS } = await import('../register-listeners');
  const report = await inApplication(
    settingsOf(terminal.environment),
    (app) => app.get(TableImport).run(machineActor(), { kind, rows, misfits, preview }),
    REGISTER_LISTENERS,
  );
  await terminal.print(values.json ? `${JSON.stringify(report)}\n` : tableSheet(report, basename(file)));
  return EXIT.ok;
};

function kindOf(word: string | undefined): TableKind {
  const kind = TABLE_KINDS.find((known) => known === word);
  if (kind) return kind;
  const kinds = TABLE_KINDS.join(', ');
  throw new BadUsage(word === undefined ? `Say --kind: ${kinds}.` : `There is no kind “${word}”: ${kinds}.`);
}
