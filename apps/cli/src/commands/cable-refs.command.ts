import { Invalid } from '@demarche/base';
import { readReferences } from '@demarche/cables';
import { noOperands, readArguments } from '../arguments';
import { type Command, EXIT } from '../command';
import { answerLines, jsonTextOf } from '../lines';

/** `demarche cable refs`: the cable numbers of each REF line. */
export const cableRefs: Command = async (args, terminal) => {
  noOperands(readArguments(args, {}).positionals);
  await answerLines(terminal, (line) => {
    const [year = '', text = ''] = line.split('\t');
    return readReferences(jsonTextOf(text), yearOf(year));
  });
  return EXIT.ok;
};

function yearOf(column: string): number {
  if (/^\s*(19|20)\d\d\s*$/.test(column)) return Number(column);
  throw Invalid.because('form', 'bad-year', 'Begin with the year of the cable in four digits, then a tab.');
}
