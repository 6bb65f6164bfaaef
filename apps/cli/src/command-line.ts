import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadUsage, type CommandCard, EXIT, type ExitCode } from './command';
import { COMMANDS } from './command-list';
import { complaintOf } from './complaint';
import { helpOf, hintFor, overview } from './help';
import { INSTALLATION_ROOT } from './installation-root';
import type { Terminal } from './terminal';

/** Runs one command line to its exit code: finds the command, lets it work, and puts any failure into one line. */
export async function runCommandLine(args: string[], terminal: Terminal): Promise<ExitCode> {
  if (args.length === 0) {
    terminal.say(overview());
    return EXIT.badInput;
  }
  const card = COMMANDS.find(({ words }) => words === args.slice(0, words.split(' ').length).join(' '));
  if (card) return runCommand(card, args.slice(card.words.split(' ').length), terminal);
  return withoutCommand(args, terminal);
}

async function withoutCommand(args: string[], terminal: Terminal): Promise<ExitCode> {
  const [first = ''] = args;
  if (asksForHelp(args)) await terminal.print(overview());
  else if (first === '--version') await terminal.print(`${version()}\n`);
  else {
    const isOption = first.startsWith('-');
    terminal.say(
      `There is no ${isOption ? 'option' : 'command'} “${isOption ? first : args.slice(0, 2).join(' ')}”.`,
    );
    terminal.say(hintFor(args));
    return EXIT.badInput;
  }
  return EXIT.ok;
}

async function runCommand(card: CommandCard, args: string[], terminal: Terminal): Promise<ExitCode> {
  if (asksForHelp(args)) {
    await terminal.print(helpOf(card));
    return EXIT.ok;
  }
  try {
    const command = await card.open();
    return await command(args, terminal);
  } catch (error) {
    const { line, code } = complaintOf(error);
    terminal.say(line);
    if (error instanceof BadUsage) terminal.say(`Usage: demarche ${card.words} ${card.operands}`);
    return code;
  }
}

const asksForHelp = (args: string[]) => args.some((word) => word === '--help' || word === '-h');

function version(): string {
  const described = JSON.parse(readFileSync(join(INSTALLATION_ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return described.version;
}
