import { onlyOperand, readArguments, noOperands } from '../arguments';
import { BadUsage, type Command, EXIT } from '../command';
import { answerLines, jsonOf } from '../lines';
import { PostDirectory } from '../rules/post-directory';
import type { Rule } from '../rules/rule-card';
import { describedRules, rulePage, RULES } from '../rules/rule-list';
import type { Terminal } from '../terminal';

/** `demarche rule`: a verdict for each line, or the description of every rule. */
export const rule: Command = async (args, terminal) => {
  const options = { list: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments(args, options);
  if (values.list) {
    noOperands(positionals);
    await terminal.print(values.json ? `${JSON.stringify(describedRules())}\n` : rulePage());
  } else await judgeLines(ruleNamed(onlyOperand(positionals, 'the NAME of a rule, or --list')), terminal);
  return EXIT.ok;
};

function ruleNamed(name: string): Rule {
  const found = RULES.find((candidate) => candidate.name === name);
  if (found) return found;
  throw new BadUsage(`There is no rule “${name}”. Rules: ${RULES.map((known) => known.name).join(', ')}.`);
}

async function judgeLines(asked: Rule, terminal: Terminal): Promise<void> {
  const posts = new PostDirectory(terminal.environment);
  try {
    await answerLines(terminal, (line) => asked.judge(jsonOf(line), posts));
  } finally {
    await posts.close();
  }
}
