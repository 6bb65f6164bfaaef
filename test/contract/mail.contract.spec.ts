import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@demarche/base';
import {
  MailDelayed,
  Mailer,
  MailRefused,
  OutboxMailer,
  readSender,
  readSmtpUrl,
  SmtpMailer,
} from '@demarche/mail';
import { pause } from '../support/ring-recorder';
import { freePort } from '../support/redis';
import { type Manners, polite, RudeServer, SmtpSink, type SmtpStage } from '../support/smtp';
import { FrozenClock } from '../support/frozen-clock';

const clock = new FrozenClock('2009-11-04T14:00:00.000Z');
const from = readSender('Demarche <reminders@demarche.example>');
const message = () => ({
  to: 'officer@dushanbe.example',
  subject: 'Due in 5 working days: progress report',
  text: 'The deadline 42 falls on Friday 13 Nov 2009.\nhttp://127.0.0.1:3000/deadlines/42?from=mail\n',
  messageId: `r-${newId()}@demarche.example`,
});
const nothing = async () => undefined;

interface PostOffice {
  mailer: Mailer;
  /** The letters that arrived, as bytes read as UTF-8. */
  arrived(): Promise<string[]>;
  close(): Promise<void>;
}

async function smtp(): Promise<PostOffice> {
  const sink = await SmtpSink.start();
  const mailer = new SmtpMailer(readSmtpUrl(sink.url), from, clock);
  return { mailer, arrived: async () => sink.mails.map(({ raw }) => raw), close: () => sink.stop() };
}

async function outbox(): Promise<PostOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-outbox-'));
  const mailer = new OutboxMailer(join(folder, 'outbox'), from, clock);
  const arrived = async () => {
    const names = await readdir(join(folder, 'outbox')).catch(() => []);
    return Promise.all(names.map((name) => readFile(join(folder, 'outbox', name), 'utf8')));
  };
  return { mailer, arrived, close: () => rm(folder, { recursive: true }) };
}

describe.each([
  { name: 'SMTP', open: smtp },
  { name: 'outbox', open: outbox },
])('the $name mailer', ({ open }) => {
  let office: PostOffice;

  beforeEach(async () => {
    office = await open();
  });

  afterEach(() => office.close());

  it('delivers a letter with its headers, dated by the clock of the house', async () => {
    const sent = message();
    const { response } = await office.mailer.send(sent, nothing);
    expect(response).toMatch(/^[\x20-\x7e]+$/);
    const [letter = ''] = await office.arrived();
    const [head = '', body] = letter.split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual([
      'From: "Demarche" <reminders@demarche.example>',
      'To: officer@dushanbe.example',
      'Subject: Due in 5 working days: progress report',
      'Date: Wed, 04 Nov 2009 14:00:00 +0000',
      `Message-ID: <${sent.messageId}>`,
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 7bit',
    ]);
    expect(body).toBe(sent.text.replaceAll('\n', '\r\n'));
  });

  it('lets nothing arrive before the handover is over', async () => {
    let arrivedMeanwhile: string[] | null = null;
    let handovers = 0;
    await office.mailer.send(message(), async () => {
      handovers += 1;
      await pause(150);
      arrivedMeanwhile = await office.arrived();
    });
    expect(arrivedMeanwhile).toEqual([]);
    expect(handovers).toBe(1);
    expect(await office.arrived()).toHaveLength(1);
  });

  it('sends nothing when the handover fails, and gives its error back as it is', async () => {
    const lost = new Error('the claim was lost');
    await expect(office.mailer.send(message(), () => Promise.reject(lost))).rejects.toBe(lost);
    await pause(100);
    expect(await office.arrived()).toEqual([]);
  });

  it('keeps lines as they were given, also dots, tabs, blank lines and other alphabets', async () => {
    const text = '.\n..two dots\n\ttabbed\n\n– Душанбе, “quoted”, 🌒\nlast line without end';
    await office.mailer.send({ ...message(), text }, nothing);
    const [letter = ''] = await office.arrived();
    expect(textOf(letter)).toBe(`${text}\n`);
  });

  it('brings a line of many thousand characters over whole', async () => {
    const text = `${'Überlang '.repeat(2_000)}end`;
    await office.mailer.send({ ...message(), text }, nothing);
    const [letter = ''] = await office.arrived();
    expect(Math.max(...letter.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    expect(textOf(letter)).toBe(`${text}\n`);
  });

  it('lets no header line be smuggled in by a subject', async () => {
    const subject = 'Due\r\nBcc: everyone@example.org\r\n\r\nsoon\u0000\u0085\u2028!';
    await office.mailer.send({ ...message(), subject }, nothing);
    const [letter = ''] = await office.arrived();
    const [head = ''] = letter.split('\r\n\r\n');
    expect(head).toContain('Subject: Due Bcc: everyone@example.org soon !');
    expect(head.split('\r\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });

  it('writes a long subject in another alphabet as short encoded words', async () => {
    const subject = 'Срок истекает через пять рабочих дней: отчёт посольства о ходе выполнения плана';
    await office.mailer.send({ ...message(), subject }, nothing);
    const [letter = ''] = await office.arrived();
    const [head = ''] = letter.split('\r\n\r\n');
    expect(head).toMatch(/^[\x20-\x7e\r\n]+$/);
    const words = [...head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/gi)].map(([, word = '']) =>
      Buffer.from(word, 'base64').toString(),
    );
    expect(words.join('')).toBe(subject);
  });

  it('carries the same Message-ID on a second attempt', async () => {
    const sent = message();
    await office.mailer.send(sent, nothing);
    await office.mailer.send({ ...sent, messageId: `<${sent.messageId}>` }, nothing);
    const ids = (await office.arrived()).map((letter) => /^Message-ID: (.+)$/m.exec(letter)?.[1]?.trim());
    expect(new Set(ids)).toEqual(new Set([`<${sent.messageId}>`]));
  });

  it.each([
    '',
    'nobody',
    'a@b@c',
    'a b@example.org',
    'x@example.org\r\nBcc: y@example.org',
    'x@example.org, y@example.org',
    '<x@example.org>',
    'Имя@example.org',
  ])('refuses the address %j for good, without a handover', async (to) => {
    let wasHandedOver = false;
    const attempt = office.mailer.send({ ...message(), to }, async () => void (wasHandedOver = true));
    await expect(attempt).rejects.toThrow(MailRefused);
    expect(wasHandedOver).toBe(false);
    expect(await office.arrived()).toEqual([]);
  });

  it('calls a malformed Message-ID a fault of the program', async () => {
    const attempt = office.mailer.send({ ...message(), messageId: 'two words@demarche' }, nothing);
    await expect(attempt).rejects.toThrow(/^A Message-ID has to look like/);
  });
});

describe('the SMTP mailer before a server that refuses', () => {
  const refused = (stage: SmtpStage, code: number) => attemptAt(stage, code, MailRefused);
  const delayed = (stage: SmtpStage, code: number) => attemptAt(stage, code, MailDelayed);

  it.each<[SmtpStage, number]>([
    ['sender', 553],
    ['recipient', 550],
    ['text', 554],
  ])('takes a refusal of the %s with %i as final', async (stage, code) => {
    const error = await refused(stage, code);
    expect(error).toMatchObject({ code: String(code), response: expect.stringContaining(`${code} `) });
  });

  it.each<[SmtpStage, number]>([
    ['sender', 451],
    ['recipient', 450],
    ['text', 452],
    ['connect', 421],
    ['connect', 554],
  ])('takes a refusal at the %s with %i as a delay that is not ambiguous', async (stage, code) => {
    const error = await delayed(stage, code);
    expect(error).toMatchObject({ code: String(code), ambiguous: false });
  });

  async function attemptAt(stage: SmtpStage, code: number, kind: new (...parts: never[]) => Error) {
    const sink = await SmtpSink.start();
    sink.refusals.set(stage, code);
    try {
      const error = await failureOf(new SmtpMailer(readSmtpUrl(sink.url), from, clock));
      expect(error).toBeInstanceOf(kind);
      expect(sink.mails).toEqual([]);
      return error;
    } finally {
      await sink.stop();
    }
  }
});

describe('the SMTP mailer before a server that wants to know who comes', () => {
  it('signs in with the user and the password of the address', async () => {
    const sink = await SmtpSink.start({ authOptional: false });
    try {
      const url = sink.url.replace('smtp://', 'smtp://demarche:p%40ss%3Aword@');
      await new SmtpMailer(readSmtpUrl(url), from, clock).send(message(), nothing);
      expect(sink.signIns).toEqual([{ user: 'demarche', password: 'p@ss:word' }]);
      expect(sink.mails).toHaveLength(1);
    } finally {
      await sink.stop();
    }
  });

  it('takes a failed sign-in as a delay, since it can be mended', async () => {
    const sink = await SmtpSink.start({ authOptional: false });
    sink.refusals.set('sign-in', 535);
    try {
      const url = sink.url.replace('smtp://', 'smtp://demarche:wrong@');
      const error = await failureOf(new SmtpMailer(readSmtpUrl(url), from, clock));
      expect(error).toMatchObject({ name: 'MailDelayed', code: '535', ambiguous: false });
      expect(String((error as MailDelayed).message)).not.toContain('wrong');
    } finally {
      await sink.stop();
    }
  });

  it('says no password to a server without encryption when encryption is required', async () => {
    const sink = await SmtpSink.start({ authOptional: false });
    try {
      const url = `${sink.url.replace('smtp://', 'smtp://demarche:secret@')}?tls=required`;
      const error = await failureOf(new SmtpMailer(readSmtpUrl(url), from, clock));
      expect(error).toMatchObject({ name: 'MailDelayed', ambiguous: false });
      expect(sink.signIns).toEqual([]);
    } finally {
      await sink.stop();
    }
  });

  it('does not trust a certificate that nobody vouches for', async () => {
    const sink = await SmtpSink.start({ disabledCommands: [], logger: false });
    try {
      const error = await failureOf(new SmtpMailer(readSmtpUrl(sink.url), from, clock));
      expect(error).toMatchObject({ name: 'MailDelayed', ambiguous: false });
      expect(sink.mails).toEqual([]);
    } finally {
      await sink.stop();
    }
  });
});

describe('the SMTP mailer when the line fails', () => {
  const QUICK = '?connect=0.5&greeting=0.5&silence=0.5&total=2';

  it('finds nobody at the port: a delay, nothing handed over', async () => {
    let wasHandedOver = false;
    const url = readSmtpUrl(`smtp://127.0.0.1:${await freePort()}${QUICK}`);
    const attempt = new SmtpMailer(url, from, clock).send(message(), async () => void (wasHandedOver = true));
    await expect(attempt).rejects.toMatchObject({
      name: 'MailDelayed',
      code: 'ECONNREFUSED',
      ambiguous: false,
    });
    expect(wasHandedOver).toBe(false);
  });

  const beforeTheText: [string, Manners][] = [
    ['never greets', () => null],
    ['greets with garbage', () => '\u0000\u0001 what?'],
    ['hangs up at once', (_, socket) => (socket.destroy(), null)],
    [
      'falls silent at the sender',
      (heard, socket) => (heard.startsWith('MAIL') ? null : polite(heard, socket)),
    ],
    [
      'hangs up at the recipient',
      (heard, socket) => (heard.startsWith('RCPT') ? (socket.destroy(), null) : polite(heard, socket)),
    ],
    ['answers garbage to DATA', (heard, socket) => (heard === 'DATA' ? 'huh' : polite(heard, socket))],
  ];

  it.each(beforeTheText)('delays a mail to a server that %s, without a handover', async (_, manners) => {
    let wasHandedOver = false;
    const { error } = await meet(manners, async () => void (wasHandedOver = true));
    expect(error).toMatchObject({ name: 'MailDelayed', ambiguous: false });
    expect(wasHandedOver).toBe(false);
  });

  const afterTheText: [string, Manners][] = [
    [
      'hangs up before it answers the text',
      (heard, socket) => (heard === 'text' ? (socket.destroy(), null) : polite(heard, socket)),
    ],
    ['never answers the text', (heard, socket) => (heard === 'text' ? null : polite(heard, socket))],
    ['answers garbage to the text', (heard, socket) => (heard === 'text' ? 'thx' : polite(heard, socket))],
  ];

  it.each(afterTheText)('calls it ambiguous when a server %s', async (_, manners) => {
    const { error, server } = await meet(manners, nothing);
    expect(error).toMatchObject({ name: 'MailDelayed', ambiguous: true });
    expect(server.text).toContain('The deadline 42 falls on');
  });

  it('gives up on a server that drips its answers, within the time for the whole', async () => {
    const asked = performance.now();
    const drip: Manners = (heard, socket) => {
      if (heard !== 'text') return polite(heard, socket);
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('2')), 200);
      return null;
    };
    const { error } = await meet(drip, nothing);
    expect(error).toMatchObject({ name: 'MailDelayed', code: 'ETIMEDOUT', ambiguous: true });
    expect(performance.now() - asked).toBeLessThan(3_500);
  });

  it('waits for a handover under way when the line breaks, and then no text has left', async () => {
    let isCommitted = false;
    const breaking: Manners = (heard, socket) => {
      if (heard === 'DATA') setTimeout(() => socket.destroy(), 100);
      return polite(heard, socket);
    };
    const { error, server } = await meet(breaking, async () => {
      await pause(400);
      isCommitted = true;
    });
    expect(isCommitted).toBe(true);
    expect(error).toMatchObject({ name: 'MailDelayed', ambiguous: false });
    expect(server.text).toBe('');
  });

  it('lets no byte of the text out when the handover fails', async () => {
    const { error, server } = await meet(polite, () => Promise.reject(new Error('lost')));
    expect(error).toMatchObject({ message: 'lost' });
    await pause(100);
    expect(server.text).toBe('');
  });

  async function meet(manners: Manners, handover: () => Promise<void>) {
    const server = await RudeServer.start(manners);
    try {
      const mailer = new SmtpMailer(readSmtpUrl(`${server.url}${QUICK}`), from, clock);
      const error: unknown = await mailer.send(message(), handover).then(
        () => Promise.reject(new Error('The mail went out.')),
        (error: unknown) => error,
      );
      return { error, server };
    } finally {
      await server.stop();
    }
  }
});

async function failureOf(mailer: Mailer): Promise<unknown> {
  try {
    await mailer.send(message(), nothing);
  } catch (error) {
    return error;
  }
  throw new Error('The mail went out.');
}

/** The text of a letter, decoded here by hand so that the room's own reading is not its own judge. */
function textOf(letter: string): string {
  const [head = ''] = letter.split('\r\n\r\n', 1);
  const body = letter.slice(head.length + 4);
  if (!/^Content-Transfer-Encoding: quoted-printable$/m.test(head.replaceAll('\r', '')))
    return body.replaceAll('\r\n', '\n');
  const percent = body
    .replace(/=\r\n/g, '')
    .replaceAll('%', '%25')
    .replace(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(percent).replaceAll('\r\n', '\n');
}
