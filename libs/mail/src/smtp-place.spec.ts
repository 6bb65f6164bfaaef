import { Invalid, readSettings } from '@demarche/base';
import { chooseMailer } from './mail.module';
import { OutboxMailer } from './outbox.mailer';
import { SmtpMailer } from './smtp.mailer';
import { readSender, readSmtpUrl } from './smtp-place';
import { FrozenClock } from '../../../test/support/frozen-clock';

describe('the address of the mail server', () => {
  it('names host and port, with patience of 10, 10 and 30 seconds and 60 for the whole', () => {
    expect(readSmtpUrl('smtp://mail.example:2525')).toMatchObject({
      options: {
        host: 'mail.example',
        port: 2525,
        secure: false,
        requireTLS: false,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
      },
      credentials: null,
      withinMs: 60_000,
    });
  });

  it('knows the usual ports, encryption from the first byte, and addresses in brackets', () => {
    expect(readSmtpUrl('smtp://mail.example').options).toMatchObject({ port: 587, secure: false });
    expect(readSmtpUrl('smtps://mail.example').options).toMatchObject({ port: 465, secure: true });
    expect(readSmtpUrl('smtp://[::1]:25').options).toMatchObject({ host: '::1', port: 25 });
  });

  it('takes other patience after the question mark', () => {
    const { options, withinMs } = readSmtpUrl('smtp://mail.example?connect=1&greeting=2&silence=3&total=4');
    expect(options).toMatchObject({ connectionTimeout: 1_000, greetingTimeout: 2_000, socketTimeout: 3_000 });
    expect(withinMs).toBe(4_000);
  });

  it('decodes user and password, and requires encryption for them on the way to another machine', () => {
    const far = readSmtpUrl('smtp://us%40er:p%3Ass@mail.example');
    expect(far.credentials).toEqual({ user: 'us@er', pass: 'p:ss' });
    expect(far.options.requireTLS).toBe(true);
    expect(readSmtpUrl('smtp://user:pass@127.0.0.1').options.requireTLS).toBe(false);
    expect(readSmtpUrl('smtp://user:pass@mail.example?tls=if-offered').options.requireTLS).toBe(false);
    expect(readSmtpUrl('smtp://mail.example?tls=off').options.ignoreTLS).toBe(true);
  });

  it.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://user:s3cret@mail.example?silence=0',
    'smtp://user:s3cret@mail.example?colour=red',
    'smtp://user:s3cret@mail.example?tls=maybe',
    'smtp://us%er:s3cret@mail.example',
    'smtp://user:s3cret@mail.example:99999',
  ])('refuses %s by the name of the setting, and repeats no password', (url) => {
    const refusal = refusalOf(() => readSmtpUrl(url));
    expect(refusal.reasons[0]?.field).toBe('SMTP_URL');
    expect(refusal.message).toMatch(/^The setting SMTP_URL is not usable: .+\.$/);
    expect(refusal.message).not.toContain('s3cret');
  });
});

describe('the sender', () => {
  it('is a bare address or a name with an address', () => {
    expect(readSender('demarche@localhost')).toEqual({ name: '', address: 'demarche@localhost' });
    expect(readSender('"Desk, Central Asia" <desk@state.example>')).toEqual({
      name: 'Desk, Central Asia',
      address: 'desk@state.example',
    });
  });

  it.each(['', 'nobody', 'a@b.example, c@d.example'])('is not %j', (text) => {
    expect(refusalOf(() => readSender(text)).reasons[0]?.field).toBe('MAIL_FROM');
  });
});

describe('the choice of a mailer', () => {
  const clock = new FrozenClock('2009-11-04T14:00:00.000Z');

  it('is the mail server where one is set, else the outbox', () => {
    expect(chooseMailer(readSettings({ SMTP_URL: 'smtp://mail.example' }), clock)).toBeInstanceOf(SmtpMailer);
    expect(chooseMailer(readSettings({}), clock)).toBeInstanceOf(OutboxMailer);
  });
});

function refusalOf(act: () => unknown): Invalid {
  try {
    act();
  } catch (error) {
    if (error instanceof Invalid) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}
