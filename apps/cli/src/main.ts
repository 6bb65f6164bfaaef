import 'reflect-metadata';
import { runCommandLine } from './command-line';
import { streetOf } from './street';

void runCommandLine(process.argv.slice(2), streetOf(process, process.env)).then((code) => {
  process.exitCode = code;
});
