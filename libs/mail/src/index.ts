export { MailDelayed, Mailer, type MailMessage, type MailReceipt, MailRefused } from './mailer';
export { Outbox, type OutboxLetter } from './outbox';
export { OutboxMailer } from './outbox.mailer';
export { SmtpMailer } from './smtp.mailer';
export { readSender, readSmtpUrl, type SmtpPlace } from './smtp-place';
export type { Sender } from './letter';
export { chooseMailer, MailModule } from './mail.module';
