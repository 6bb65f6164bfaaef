import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BadUsage } from './command';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true; args: string[] }>
>;

/** Reads options and operands by their names. Throws BadUsage for what a command does not know. */
export function readArguments<O extends Options>(args: string[], options: O): Read<O> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node adds advice on positional arguments after the first sentence.
    const [sentence = ''] = (error as Error).message.split('. ');
    throw new BadUsage(`${sentence.replace(/\.$/, '')}.`);
  }
}

/** The single operand of a command. Throws BadUsage when it is missing or not alone. */
export function onlyOperand(positionals: string[], name: string): string {
  const [operand, extra] = positionals;
  if (operand === undefined || operand === '') throw new BadUsage(`Give ${name}.`);
  if (extra !== undefined) throw new BadUsage(`Give one ${name} only; “${extra}” is too much.`);
  return operand;
}

/** Throws BadUsage when operands are given to a command that takes none. */
export function noOperands([extra]: string[]): void {
  if (extra !== undefined) throw new BadUsage(`“${extra}” is too much.`);
}
