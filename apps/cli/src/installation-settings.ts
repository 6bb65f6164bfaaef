import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, type Settings } from '@demarche/base';
import { databaseFile } from '@demarche/store';
import { INSTALLATION_ROOT } from './installation-root';

/** The installation's settings; its folders are found from wherever a command is called. */
export function settingsOf(environment: Record<string, string | undefined>): Settings {
  const settings = readSettings(environment);
  return {
    ...settings,
    varFolder: resolve(INSTALLATION_ROOT, settings.varFolder),
    templatesFolder: resolve(INSTALLATION_ROOT, settings.templatesFolder),
  };
}

/** Whether this installation has a database yet; a server's is always taken to be there. */
export function hasDatabase(settings: Settings): boolean {
  return settings.databaseUrl !== null || existsSync(databaseFile(settings));
}
