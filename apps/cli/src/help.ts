import { COMMANDS } from './command-list';
import type { CommandCard } from './command';

const usageOf = ({ words, operands }: CommandCard) => `demarche ${words} ${operands}`;

/** The page that `demarche --help` prints. */
export function overview(): string {
  const cards = COMMANDS.flatMap((card) => [`  ${usageOf(card)}`, `      ${card.summary}`]);
  return [
    'Usage: demarche COMMAND …',
    '',
    ...cards,
    '',
    '  demarche COMMAND --help says more about one command; demarche --version names the version.',
    '',
    'Results go to standard output, messages to standard error.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage or input, 3 not built yet.',
    '',
  ].join('\n');
}

/** The page that a command's own `--help` prints. */
export function helpOf(card: CommandCard): string {
  const details = card.details.map((line) => `  ${line}`);
  return [`Usage: ${usageOf(card)}`, '', card.summary, ...details, ''].join('\n');
}

/** One line for somebody who typed no command that exists: the commands that begin alike, or all of them. */
export function hintFor(words: string[]): string {
  const alike = COMMANDS.filter((card) => card.words.split(' ')[0] === words[0]);
  const names = (alike.length > 0 ? alike : COMMANDS).map((card) => card.words);
  return `Commands: ${names.join(', ')}. See demarche --help.`;
}
