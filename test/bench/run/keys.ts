import { newId, newSecret, plusMilliseconds, sha256, SystemClock, type Settings } from '@demarche/base';
import { writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';
import type { HandOfRole } from '../house/generated-addresses';

/** What opens the doors for one role: a browser's cookie and a program's token, as headers. */
export interface DoorKeys {
  browser: Record<string, string>;
  program: Record<string, string>;
}

const DAY_MILLISECONDS = 86_400_000;

/** Opens a session and issues a token for each person, straight in the database. */
export async function cutKeys(
  settings: Settings,
  hands: readonly HandOfRole[],
): Promise<Record<string, DoorKeys>> {
  const source = await new DataSource(writerOptions(settings, [])).initialize();
  const keys: Record<string, DoorKeys> = {};
  for (const { id, role } of hands) keys[role] = await cutFor(source, id);
  await source.destroy();
  return keys;
}

async function cutFor(source: DataSource, userId: string): Promise<DoorKeys> {
  const [cookie, token] = [newSecret(), `dmr_${newSecret()}`];
  const now = new SystemClock().now();
  const write = (table: string, row: Record<string, unknown>) =>
    source.createQueryBuilder().insert().into(table).values(row).execute();
  await write('sessions', { id: newId(), secretHash: sha256(cookie), userId, openedAt: now, seenAt: now });
  const until = { createdAt: now, expiresAt: plusMilliseconds(now, DAY_MILLISECONDS) };
  await write('apiTokens', { id: newId(), secretHash: sha256(token), userId, label: 'bench', ...until });
  return { browser: { cookie: `__Host-demarche=${cookie}` }, program: { authorization: `Bearer ${token}` } };
}
