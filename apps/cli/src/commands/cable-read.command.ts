import { readCable } from '@demarche/cables';
import { onlyOperand, readArguments } from '../arguments';
import { cableSheet } from './cable-sheet';
import { type Command, EXIT } from '../command';
import { readText } from '../text-source';

/** `demarche cable read`: a whole cable as JSON, or as a sheet to read. */
export const cableRead: Command = async (args, terminal) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const cable = readCable(await readText(onlyOperand(positionals, 'FILE'), terminal));
  await terminal.print(values.json ? `${JSON.stringify(cable)}\n` : cableSheet(cable));
  return EXIT.ok;
};
