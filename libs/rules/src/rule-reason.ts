/** Why a rule decided as it did: a stable kebab-case code and the field it speaks of; the page finds the words. */
export interface RuleReason {
  code: string;
  field: string;
}

/** Whether a text says nothing: absent, empty or blank. */
export function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}
