/**
 * Why a rule decided as it did: a kebab-case code out of that rule's own union and the field it speaks of. The union is
 * what a list of words is checked against, so that a code without a word does not compile.
 */
export interface RuleReason<Code extends string> {
  code: Code;
  field: string;
}

/** Whether a text says nothing: absent, empty or blank. */
export function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
