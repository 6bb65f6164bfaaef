import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as a server took it: the envelope and the bytes, dots unstuffed. */
interface TakenMail {
  from: string;
  to: string[];
  raw: string;
  messageId: string;
}

/** Where a sink may answer with a number of its own instead of taking the mail. */
export type SmtpStage = 'connect' | 'sign-in' | 'sender' | 'recipient' | 'text';

type Reply = (error?: Error | null) => void;

/** A real SMTP server on a loopback port that records what it takes and refuses what it is told to refuse. */
export class SmtpSink {
  readonly mails: TakenMail[] = [];
  /** The answer for a stage; a stage that is not named goes well. */
  readonly refusals = new Map<SmtpStage, number>();
  readonly signIns: { user: string; password: string }[] = [];
  private readonly server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 200,
      logger: false,
      ...options,
      onConnect: (_session, reply: Reply) => this.answer('connect', reply),
      onMailFrom: (_address, _session, reply: Reply) => this.answer('sender', reply),
      onRcptTo: (_address, _session, reply: Reply) => this.answer('recipient', reply),
      onAuth: (auth, _session, reply) => {
        this.signIns.push({ user: auth.username ?? '', password: auth.password ?? '' });
        this.answer('sign-in', (error) => (error ? reply(error) : reply(null, { user: auth.username })));
      },
      onData: (stream, session, reply) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          this.take({ from, to: rcptTo.map(({ address }) => address) }, Buffer.concat(chunks), reply);
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  static async start(options: SMTPServerOptions = {}): Promise<SmtpSink> {
    const sink = new SmtpSink(options);
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private take(envelope: { from: string; to: string[] }, bytes: Buffer, reply: Reply): void {
    const raw = bytes.toString('utf8');
    const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
    this.answer('text', (error) => {
      if (!error) this.mails.push({ ...envelope, raw, messageId });
      reply(error);
    });
  }

  private answer(stage: SmtpStage, reply: Reply): void {
    const responseCode = this.refusals.get(stage);
    reply(responseCode ? Object.assign(new Error(`told to refuse the ${stage}`), { responseCode }) : null);
  }
}

/** What a rude server does when a line, or the whole text, has come in: answer, stay silent, or hang up. */
export type Manners = (heard: string, socket: Socket) => string | null;

/** A server that speaks just enough SMTP to be rude in the middle of it; it keeps what came after DATA. */
export class RudeServer {
  text = '';
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** `manners` hears `connect`, each command line, and `text` once the final dot has come. */
  static async start(manners: Manners): Promise<RudeServer> {
    const server = createServer();
    const rude = new RudeServer(server);
    server.on('connection', (socket) => rude.converse(socket, manners));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return rude;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
    await once(this.server, 'close');
  }

  private converse(socket: Socket, manners: Manners): void {
    let pending = '';
    let isText = false;
    const say = (heard: string) => {
      const answer = manners(heard, socket);
      isText = answer?.startsWith('354') ?? false;
      if (answer !== null && !socket.destroyed) socket.write(`${answer}\r\n`);
    };
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('utf8');
      while (!isText && pending.includes('\r\n')) {
        const [line = ''] = pending.split('\r\n', 1);
        pending = pending.slice(line.length + 2);
        say(line);
      }
      if (!isText) return;
      this.text = pending;
      if (pending.endsWith('\r\n.\r\n')) say('text');
    });
    say('connect');
  }
}

/** Answers as any server would, up to and including the request for the text. */
export const polite: Manners = (heard) => {
  if (heard === 'connect') return '220 rude.example';
  if (heard.startsWith('EHLO')) return '250 rude.example';
  if (heard === 'DATA') return '354 go on';
  return '250 fine';
};
