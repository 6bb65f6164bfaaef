import { onlyOperand, readArguments, noOperands } from './arguments';
import { BadUsage, type Command, EXIT } from './command';
import { answerLines, jsonOf } from './lines';
import { PostDirectory } from './post-directory';
import type { Rule } from './rule-card';
import { describedRules, rulePage, RULES } from './rule-list';
import type { Street } from './street';

/** `demarche rule`: a verdict for each line, or the description of every rule. */
export const rule: Command = async (args, street) => {
  const options = { list: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments(args, options);
  if (values.list) {
    noOperands(positionals);
    await street.print(values.json ? `${JSON.stringify(describedRules())}\n` : rulePage());
  } else await judgeLines(ruleNamed(onlyOperand(positionals, 'the NAME of a rule, or --list')), street);
  return EXIT.ok;
};

function ruleNamed(name: string): Rule {
  const found = RULES.find((candidate) => candidate.name === name);
  if (found) return found;
  throw new BadUsage(`There is no rule “${name}”. Rules: ${RULES.map((known) => known.name).join(', ')}.`);
}

async function judgeLines(asked: Rule, street: Street): Promise<void> {
  const posts = new PostDirectory(street.environment);
  try {
    await answerLines(street, (line) => asked.judge(jsonOf(line), posts));
  } finally {
    await posts.close();
  }
}
