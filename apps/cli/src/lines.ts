import { StringDecoder } from 'node:string_decoder';
import { accept, Invalid, Trouble } from '@demarche/base';
import { z } from 'zod';
import type { Terminal } from './terminal';

const withoutReturn = (line: string) => line.replace(/\r$/, '');

/** The lines of a stream as they come. Only line feeds part them: JSON strings may hold other line separators. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let unfinished: string[] = [];
  let isFirst = true;
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const [head = '', ...tail] = (isFirst ? text.replace(/^\uFEFF/, '') : text).split('\n');
    isFirst = false;
    unfinished.push(head);
    for (const next of tail) {
      yield withoutReturn(unfinished.join(''));
      unfinished = [next];
    }
  }
  const last = unfinished.join('') + decoder.end();
  if (last !== '') yield withoutReturn(last);
}

/** Answers every line with one line of JSON; a line that is refused gets its reason, and the rest goes on. */
export async function answerLines(terminal: Terminal, answer: (line: string) => unknown): Promise<void> {
  for await (const line of linesOf(terminal.input)) {
    const answered = await answerOrReason(line, answer);
    await terminal.print(`${JSON.stringify(answered)}\n`);
  }
}

async function answerOrReason(line: string, answer: (line: string) => unknown): Promise<unknown> {
  try {
    return await answer(line);
  } catch (error) {
    // The rules throw RangeError for days that do not exist or cannot be reckoned with.
    if (error instanceof Trouble || error instanceof RangeError) return { error: reasonOf(error) };
    throw error;
  }
}

function reasonOf(error: Error): string {
  if (!(error instanceof Invalid)) return error.message;
  return error.reasons
    .map(({ field, message }) => (field === 'form' ? message : `${field}: ${message}`))
    .join('; ');
}

/** A line read as JSON. Throws Invalid with the parser's complaint. */
export function jsonOf(line: string): unknown {
  if (line.trim() === '') throw Invalid.because('form', 'empty', 'The line is empty.');
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    throw Invalid.because('form', 'not-json', `This is not JSON: ${(error as Error).message}.`);
  }
}

/** A column that holds a JSON string. Throws Invalid for anything else. */
export function jsonTextOf(column: string): string {
  return accept(z.string('Give a JSON string, in double quotation marks.'), jsonOf(column));
}
