import { Keys, NewUserInput, Users } from '@demarche/access';
import { accept, Invalid, NotFound } from '@demarche/base';
import { Register } from '@demarche/register';
import type { INestApplicationContext } from '@nestjs/common';
import { noOperands, readArguments } from '../arguments';
import { type Command, EXIT } from '../command';
import { machineActor } from '../machine-actor';
import { settingsOf } from '../installation-settings';
import { inApplication } from '../open-application';
import { signInLink } from './sign-in-link';

const OPTIONS = {
  email: { type: 'string', default: '' },
  name: { type: 'string', default: '' },
  title: { type: 'string', default: '' },
  role: { type: 'string', default: '' },
  post: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** `demarche user add`: an account, and the link that lets its owner in for the first time. */
export const userAdd: Command = async (args, terminal) => {
  const { values, positionals } = readArguments(args, OPTIONS);
  noOperands(positionals);
  const { post: posts, ...told } = values;
  const given = { ...told, postIds: posts };
  accept(NewUserInput, given);
  const settings = settingsOf(terminal.environment);
  const secret = await inApplication(settings, async (app) => {
    const postIds = await tokensOf(app, posts);
    const id = await app.get(Users).create(machineActor(), accept(NewUserInput, { ...given, postIds }));
    return app.get(Keys).issueLink(machineActor(), id);
  });
  await terminal.print(`${signInLink(settings, secret)}\n`);
  terminal.say('The account is open. The link signs its owner in once, within a day.');
  return EXIT.ok;
};

async function tokensOf(app: INestApplicationContext, names: string[]): Promise<string[]> {
  const register = app.get(Register);
  const tokens: string[] = [];
  for (const name of names) tokens.push((await register.postByName(name).catch(refuseUnknown(name))).id);
  return [...new Set(tokens)];
}

const refuseUnknown = (name: string) => (error: unknown) => {
  if (!(error instanceof NotFound)) throw error;
  throw Invalid.because('post', 'unknown', `The register knows no post “${name}”.`);
};
