import 'reflect-metadata';
import { runCommandLine } from './command-line';
import { terminalOf } from './terminal';

void runCommandLine(process.argv.slice(2), terminalOf(process, process.env)).then((code) => {
  process.exitCode = code;
});
