import { Keys, Users } from '@demarche/access';
import { Conflict, Invalid } from '@demarche/base';
import { onlyOperand, readArguments } from '../arguments';
import { type Command, EXIT } from '../command';
import { machineActor } from '../machine-actor';
import { hasDatabase, settingsOf } from '../installation-settings';
import { inApplication } from '../open-application';
import { signInLink } from './sign-in-link';

/** `demarche user link`: a way in for somebody whom no other way lets in. */
export const userLink: Command = async (args, terminal) => {
  const email = onlyOperand(readArguments(args, {}).positionals, 'the EMAIL of an account');
  const settings = settingsOf(terminal.environment);
  if (!hasDatabase(settings)) throw unknown(email);
  const secret = await inApplication(settings, async (app) => {
    const actor = machineActor();
    const people = await app.get(Users).list(actor);
    const person = people.find((candidate) => candidate.email === email.trim().toLowerCase());
    if (!person) throw unknown(email);
    if (!person.isActive) throw new Conflict('state', 'This account is closed; no link opens it.');
    return app.get(Keys).issueLink(actor, person.id);
  });
  await terminal.print(`${signInLink(settings, secret)}\n`);
  terminal.say('The link works once, for one day.');
  return EXIT.ok;
};

const unknown = (email: string) =>
  Invalid.because('email', 'unknown', `No account has the address “${email}”.`);
