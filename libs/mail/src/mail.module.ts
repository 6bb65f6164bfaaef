import { join } from 'node:path';
import { Clock, SETTINGS, type Settings } from '@demarche/base';
import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer';
import { Outbox } from './outbox';
import { OutboxMailer } from './outbox.mailer';
import { SmtpMailer } from './smtp.mailer';
import { readSender, readSmtpUrl } from './smtp-place';

const folderOf = (settings: Settings): string => join(settings.varFolder, 'outbox');

/** The mailer that the settings ask for: a mail server where one is named, else the outbox folder. Throws Invalid. */
export function chooseMailer(settings: Settings, clock: Clock): Mailer {
  const from = readSender(settings.mailFrom);
  if (settings.smtpUrl !== null) return new SmtpMailer(readSmtpUrl(settings.smtpUrl), from, clock);
  return new OutboxMailer(folderOf(settings), from, clock);
}

const mailer = { provide: Mailer, inject: [SETTINGS, Clock], useFactory: chooseMailer };
const outbox = {
  provide: Outbox,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => new Outbox(folderOf(settings)),
};

/** Hands the mailer and the outbox to the whole house; a bad mail setting stops the boot. */
@Global()
@Module({ providers: [mailer, outbox], exports: [Mailer, Outbox] })
export class MailModule {}
