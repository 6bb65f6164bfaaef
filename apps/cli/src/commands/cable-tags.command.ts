import { readTags } from '@demarche/cables';
import { noOperands, readArguments } from '../arguments';
import { type Command, EXIT } from '../command';
import { answerLines, jsonTextOf } from '../lines';

/** `demarche cable tags`: the tags of each TAGS line. */
export const cableTags: Command = async (args, terminal) => {
  noOperands(readArguments(args, {}).positionals);
  await answerLines(terminal, (line) => readTags(jsonTextOf(line.split('\t')[0] ?? '')));
  return EXIT.ok;
};
