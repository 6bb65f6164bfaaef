import { Audit } from '@demarche/access';
import { noOperands, readArguments } from './arguments';
import { type Command, EXIT } from './command';
import { hasDatabase, settingsOf } from './house-settings';
import { inHouse } from './open-house';

/** `demarche audit verify`: whether the trail is whole; the first broken entry where it is not. */
export const auditVerify: Command = async (args, street) => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  noOperands(positionals);
  const settings = settingsOf(street.environment);
  if (!hasDatabase(settings)) {
    street.say(`There is no database in ${settings.varFolder}: no trail to verify.`);
    return EXIT.failed;
  }
  const verdict = await inHouse(settings, (house) => house.get(Audit).verify());
  const { entries, fault } = verdict;
  const sentence =
    fault === null
      ? `The audit trail is whole. Entries: ${entries}.`
      : `The audit trail is broken: ${fault}. Entries before it that are whole: ${entries}.`;
  await street.print(`${values.json ? JSON.stringify(verdict) : sentence}\n`);
  return fault === null ? EXIT.ok : EXIT.failed;
};
