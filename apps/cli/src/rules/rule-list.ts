import { deadlineStateRule } from './deadline-state.rule';
import { governmentCreditRule } from './government-credit.rule';
import { reminderPlanRule } from './reminder-plan.rule';
import type { Rule } from './rule-card';
import { fieldsOf, type RuleField } from './rule-fields';
import { statisticAcceptanceRule } from './statistic-acceptance.rule';
import { workingDateRule } from './working-date.rule';
import { wrapped } from '../wrapped';

/** Every rule that the command line asks. */
export const RULES: readonly Rule[] = [
  governmentCreditRule,
  statisticAcceptanceRule,
  workingDateRule,
  deadlineStateRule,
  reminderPlanRule,
];

/** The rules as JSON: name, summary, fields, an example line and its verdict. */
export function describedRules() {
  return RULES.map(({ name, summary, input, example, verdict }) => ({
    name,
    summary,
    fields: fieldsOf(input),
    example,
    verdict,
  }));
}

/** The rules as a page to read. */
export function rulePage(): string {
  const parts = describedRules().map(({ name, summary, fields, example, verdict }) => [
    name,
    `  ${wrapped(summary, 2)}`,
    ...fields.map((field) => `  ${wrapped(fieldLine(field), 22)}`),
    `  example  ${JSON.stringify(example)}`,
    `  verdict  ${JSON.stringify(verdict)}`,
  ]);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n\n${RULES_FOOT}\n`;
}

const RULES_FOOT = 'Fields marked * have to be there. A key that a rule does not know is refused.';

function fieldLine({ name, type, isRequired, mayBeNull, values, meaning }: RuleField): string {
  const kind = values === null ? type : `${type}: ${values.join(' | ')}`;
  return `${`${name}${isRequired ? '*' : ''}`.padEnd(18)}${kind}${mayBeNull ? ', or null' : ''}; ${meaning}`;
}
