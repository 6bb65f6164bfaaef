import { NotFound } from '@demarche/base';
import { Register, ShippedRegister } from '@demarche/register';
import { hasDatabase, settingsOf } from '../installation-settings';
import type { PostKnown, PostSource } from './post-known';

/** The installation's own register where it has a database, else the one that ships. */
export async function openPostSource(environment: Record<string, string | undefined>): Promise<PostSource> {
  const settings = settingsOf(environment);
  if (!hasDatabase(settings))
    return { find: async (text) => findShipped(text), close: async () => undefined };
  const { openApplication } = await import('../open-application');
  const app = await openApplication(settings);
  const register = app.get(Register);
  return { find: (text) => findKept(register, text), close: () => app.close() };
}

function findShipped(text: string): PostKnown | null {
  const shipped = new ShippedRegister();
  const post = shipped.postByName(text);
  const calendar = post && shipped.calendarOf(post.id);
  return post && calendar && { zone: post.zone, calendar };
}

async function findKept(register: Register, text: string): Promise<PostKnown | null> {
  try {
    const { id, zone } = await register.postByName(text);
    return { zone, calendar: await register.calendarOf(id) };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
