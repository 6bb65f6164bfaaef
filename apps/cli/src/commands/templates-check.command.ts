import { existsSync } from 'node:fs';
import { loadTemplates, TemplateEngine } from '@demarche/formats';
import { PAPER_FACTS } from '@demarche/papers';
import { ReminderFacts } from '@demarche/reminders';
import { readArguments } from '../arguments';
import { BadUsage, type Command, EXIT } from '../command';
import { settingsOf } from '../installation-settings';

const FACTS = { ...PAPER_FACTS, reminder: ReminderFacts };

/** `demarche templates check`: what would stop the boot, told before anybody boots. */
export const templatesCheck: Command = async (args, terminal) => {
  const [given, extra] = readArguments(args, {}).positionals;
  if (extra !== undefined) throw new BadUsage(`Give one FOLDER only; “${extra}” is too much.`);
  const folder = given ?? settingsOf(terminal.environment).templatesFolder;
  if (!existsSync(folder)) throw new BadUsage(`There is no folder ${folder}.`);
  const { names, findings } = examined(folder);
  if (findings.length > 0) await terminal.print(`${findings.join('\n')}\n`);
  else await terminal.print(`${names.length} templates, nothing wrong: ${names.join(', ')}.\n`);
  return findings.length > 0 ? EXIT.failed : EXIT.ok;
};

function examined(folder: string): { names: string[]; findings: string[] } {
  const sources = loadTemplates(folder);
  const names = sources.filter(({ kind }) => kind === 'template').map(({ name }) => name);
  const missing = Object.keys(FACTS).filter((name) => !names.includes(name));
  const findings = new TemplateEngine({ sources, facts: FACTS }).check();
  return { names, findings: [...missing.map((name) => `${name}.hbs is missing`), ...findings] };
}
