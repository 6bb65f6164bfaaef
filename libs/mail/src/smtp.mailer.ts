import type { Clock } from '@demarche/base';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { HandoverStream } from './handover-stream';
import { bareAddress, composeLetter, type Sender } from './letter';
import { Mailer, type MailMessage, type MailReceipt } from './mailer';
import { judgeFailure, responseLine, type SmtpFailure } from './smtp-failure';
import type { SmtpPlace } from './smtp-place';

type Done<Answer> = (error?: Error | null, answer?: Answer) => void;

/** One mail on its way: whom it concerns, and its text held back until the server asks for it. */
interface Delivery {
  to: string;
  text: HandoverStream;
}

/** Carries mail to an SMTP server: one connection a mail, every phase and the whole bounded in time. */
export class SmtpMailer extends Mailer {
  constructor(
    private readonly place: SmtpPlace,
    private readonly from: Sender,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(message: MailMessage, handover: () => Promise<void>): Promise<MailReceipt> {
    const bytes = composeLetter(message, { from: this.from, at: this.clock.now(), way: 'seven-bit' });
    const delivery = { to: bareAddress(message.to), text: new HandoverStream(bytes, handover) };
    const connection = new SMTPConnection(this.place.options);
    try {
      const response = await this.bounded(connection, this.converse(connection, delivery));
      return { response: responseLine(response) };
    } catch (error) {
      await delivery.text.settled();
      if (delivery.text.failure) throw delivery.text.failure.cause;
      throw judgeFailure(error as SmtpFailure, delivery.text);
    } finally {
      connection.close();
    }
  }

  private async converse(connection: SMTPConnection, { to, text }: Delivery): Promise<string> {
    const { credentials } = this.place;
    await answered((done) => connection.connect(done));
    if (credentials) await answered((done) => connection.login(credentials, done));
    const envelope = { from: this.from.address, to };
    const sent = await answered<SMTPConnection.SentMessageInfo>((done) =>
      connection.send(envelope, text, done),
    );
    connection.quit();
    return sent.response;
  }

  private async bounded(connection: SMTPConnection, conversation: Promise<string>): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const broken = new Promise<never>((_, reject) => {
      connection.on('error', reject);
      connection.once('end', () => reject(failure('ECONNECTION', 'The connection ended.')));
      const late = () => reject(failure('ETIMEDOUT', 'The server took too long for the whole of it.'));
      timer = setTimeout(late, this.place.withinMs);
    });
    try {
      return await Promise.race([conversation, broken]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function answered<Answer>(ask: (done: Done<Answer>) => void): Promise<Answer> {
  return new Promise((resolve, reject) =>
    ask((error, answer) => (error ? reject(error) : resolve(answer as Answer))),
  );
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
