export { MailDelayed, Mailer, MailRefused } from './mailer';
export { Outbox } from './outbox';
export { OutboxMailer } from './outbox.mailer';
export { SmtpMailer } from './smtp.mailer';
export { readSender, readSmtpUrl } from './smtp-place';
export { MailModule } from './mail.module';
