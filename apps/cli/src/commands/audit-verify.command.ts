import { Audit, type AuditVerdict } from '@demarche/access';
import { noOperands, readArguments } from '../arguments';
import { type Command, EXIT } from '../command';
import { hasDatabase, settingsOf } from '../installation-settings';
import { inApplication } from '../open-application';

/** `demarche audit verify`: whether the trail is whole; each finding in words where it is not. */
export const auditVerify: Command = async (args, terminal) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  noOperands(positionals);
  const settings = settingsOf(terminal.environment);
  if (!hasDatabase(settings)) {
    terminal.say(`There is no database in ${settings.varFolder}: no trail to verify.`);
    return EXIT.failed;
  }
  const verdict = await inApplication(settings, (app) => app.get(Audit).verify());
  const { fault } = verdict;
  await terminal.print(`${values.json ? JSON.stringify(verdict) : sentencesOn(verdict).join('\n')}\n`);
  return fault === null ? EXIT.ok : EXIT.failed;
};

function sentencesOn({ entries, fault, findings, remarks }: AuditVerdict): string[] {
  const first =
    fault === null
      ? `The audit trail is whole. Entries: ${entries}.`
      : `The audit trail is broken: ${fault}. Entries before it that are whole: ${entries}.`;
  const further = findings.slice(1).map((finding) => `Also found: ${finding}.`);
  return [first, ...further, ...remarks.map((remark) => `Note: ${remark}.`)];
}
