import { Keys, NewUserInput, Users } from '@demarche/access';
import { accept, Invalid, NotFound } from '@demarche/base';
import { Register } from '@demarche/register';
import type { INestApplicationContext } from '@nestjs/common';
import { noOperands, readArguments } from './arguments';
import { type Command, EXIT } from './command';
import { handOfMachine } from './hand';
import { settingsOf } from './house-settings';
import { inHouse } from './open-house';
import { signInLink } from './sign-in-link';

const OPTIONS = {
  email: { type: 'string', default: '' },
  name: { type: 'string', default: '' },
  title: { type: 'string', default: '' },
  role: { type: 'string', default: '' },
  post: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** `demarche user add`: an account, and the link that lets its owner in for the first time. */
export const userAdd: Command = async (args, street) => {
  const { values, positionals } = readArguments(args, OPTIONS);
  noOperands(positionals);
  const { post: posts, ...told } = values;
  const given = { ...told, postIds: posts };
  accept(NewUserInput, given);
  const settings = settingsOf(street.environment);
  const secret = await inHouse(settings, async (house) => {
    const postIds = await tokensOf(house, posts);
    const id = await house.get(Users).create(handOfMachine(), accept(NewUserInput, { ...given, postIds }));
    return house.get(Keys).issueLink(handOfMachine(), id);
  });
  await street.print(`${signInLink(settings, secret)}\n`);
  street.say('The account is open. The link signs its owner in once, within a day.');
  return EXIT.ok;
};

async function tokensOf(house: INestApplicationContext, names: string[]): Promise<string[]> {
  const register = house.get(Register);
  const tokens: string[] = [];
  for (const name of names) tokens.push((await register.postByName(name).catch(refuseUnknown(name))).id);
  return [...new Set(tokens)];
}

const refuseUnknown = (name: string) => (error: unknown) => {
  if (!(error instanceof NotFound)) throw error;
  throw Invalid.because('post', 'unknown', `The register knows no post “${name}”.`);
};
