import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/**
 * What the sink does with the next mail. `swallow` takes the whole text and cuts the line before answering, `mute` takes it
 * and says nothing; `stall` takes the connection and never greets; `later` and `refuse` answer 451 and 550 to the recipient, `later-after-text` to the text.
 */
export type SinkMood = 'accept' | 'swallow' | 'mute' | 'stall' | 'later' | 'refuse' | 'later-after-text';

/** A mail whose whole text reached the sink, whatever was answered. */
interface SunkMail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  mood: SinkMood;
}

type Callback = (error?: Error | null, message?: string) => void;

const answer = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on loopback that writes down what it is handed. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  /** How many connections were taken, greeted or not. */
  connections = 0;
  mood: SinkMood | ((mail: { messageId: string; to: string }) => SinkMood) = 'accept';
  private readonly server: SMTPServer;
  private port = 0;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      // Where no name server answers, each connection would wait for one.
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, done) => this.greet(done),
      onRcptTo: (address, _session, done) => this.judge(address.address, done),
      onData: (stream, session, done) => void this.take({ stream, session, done }),
    });
    this.server.on('error', () => undefined);
  }

  /** Listens on a free port, or on the one that an earlier sink has left. */
  static async open(port = 0): Promise<MailSink> {
    const sink = new MailSink();
    const listening = sink.server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    sink.port = (listening.address() as AddressInfo).port;
    return sink;
  }

  /** The address to put into SMTP_URL; times in seconds may follow after a question mark. */
  url(times = ''): string {
    return `smtp://127.0.0.1:${this.port}${times}`;
  }

  /** How often the whole text of each Message-ID arrived in a way that may have delivered it. */
  deliveries(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { messageId, mood } of this.mails)
      if (mood !== 'later-after-text') counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return counts;
  }

  /** Forgets what came in, and takes every mail again. */
  forget(): void {
    this.mails.length = 0;
    this.connections = 0;
    this.mood = 'accept';
  }

  async close(): Promise<void> {
    for (const socket of this.sockets()) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private greet(done: Callback): void {
    this.connections += 1;
    if (this.mood !== 'stall') done();
  }

  private judge(to: string, done: Callback): void {
    const mood = this.moodFor('', to);
    if (mood === 'later') return done(answer(451, '4.7.1 Try again later'));
    if (mood === 'refuse') return done(answer(550, '5.1.1 No such mailbox'));
    done();
  }

  private async take({
    stream,
    session,
    done,
  }: {
    stream: SMTPServerDataStream;
    session: SMTPServerSession;
    done: Callback;
  }): Promise<void> {
    const raw = await wholeOf(stream);
    if (raw === null) return;
    const mail = readMail(raw);
    const mood = this.moodFor(mail.messageId, mail.to);
    this.mails.push({ ...mail, mood });
    if (mood === 'later-after-text') return done(answer(451, '4.3.0 Try again later'));
    if (mood === 'mute') return;
    if (mood !== 'swallow') return done(null, 'taken');
    this.sockets(session.id).forEach((socket) => socket.destroy());
  }

  private moodFor(messageId: string, to: string): SinkMood {
    return typeof this.mood === 'function' ? this.mood({ messageId, to }) : this.mood;
  }

  private sockets(id?: string): Socket[] {
    const { connections } = this.server as unknown as { connections: Set<{ id: string; _socket: Socket }> };
    const wanted = [...connections].filter((connection) => id === undefined || connection.id === id);
    return wanted.map((connection) => connection._socket);
  }
}

/** The text, or null when the line broke before its end: then nothing was delivered. */
async function wholeOf(stream: SMTPServerDataStream): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('latin1');
}

/** Undoes quoted-printable, so that tests read what people read. */
function readable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

function readMail(raw: string): Omit<SunkMail, 'mood'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const header = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.replace(/^[^:]+: */, '') ?? '';
  const text = body.join('\r\n\r\n');
  const isQuoted = header('content-transfer-encoding') === 'quoted-printable';
  return {
    messageId: header('message-id'),
    to: header('to'),
    subject: header('subject'),
    text: isQuoted ? readable(text) : text.replaceAll('\r\n', '\n'),
  };
}
