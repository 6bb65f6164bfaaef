import { Keys, Users } from '@demarche/access';
import { Conflict, Invalid } from '@demarche/base';
import { onlyOperand, readArguments } from './arguments';
import { type Command, EXIT } from './command';
import { handOfMachine } from './hand';
import { hasDatabase, settingsOf } from './house-settings';
import { inHouse } from './open-house';
import { signInLink } from './sign-in-link';

/** `demarche user link`: a way in for somebody whom no other way lets in. */
export const userLink: Command = async (args, street) => {
  const email = onlyOperand(readArguments(args, {}).positionals, 'the EMAIL of an account');
  const settings = settingsOf(street.environment);
  if (!hasDatabase(settings)) throw unknown(email);
  const secret = await inHouse(settings, async (house) => {
    const hand = handOfMachine();
    const people = await house.get(Users).list(hand);
    const person = people.find((candidate) => candidate.email === email.trim().toLowerCase());
    if (!person) throw unknown(email);
    if (!person.isActive) throw new Conflict('state', 'This account is closed; no link opens it.');
    return house.get(Keys).issueLink(hand, person.id);
  });
  await street.print(`${signInLink(settings, secret)}\n`);
  street.say('The link works once, for one day.');
  return EXIT.ok;
};

const unknown = (email: string) =>
  Invalid.because('email', 'unknown', `No account has the address “${email}”.`);
