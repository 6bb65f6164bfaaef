import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  return above === folder ? process.cwd() : rootAbove(above);
}

/** The folder of the installation, wherever the command is called from; its var and templates folders lie here. */
export const INSTALLATION_ROOT = rootAbove(__dirname);
