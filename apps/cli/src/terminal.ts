import { once } from 'node:events';

/** What a command is given from outside: what is piped in, where results and messages go, and the environment. */
export interface Terminal {
  input: AsyncIterable<Buffer | string>;
  /** Writes a result to standard output, waiting while the reader is slow. */
  print(text: string): Promise<void>;
  /** Writes one line for a person to standard error. */
  say(line: string): void;
  environment: Record<string, string | undefined>;
}

type Pipes = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'exit'>;

/** The terminal of a process. A reader that has seen enough and hangs up, as `head` does, ends the process quietly. */
export function terminalOf(pipes: Pipes, environment: Terminal['environment']): Terminal {
  const { stdin, stdout, stderr } = pipes;
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => pipes.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    input: stdin,
    environment,
    print: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    say: (line) => {
      stderr.write(`${line}\n`);
    },
  };
}
