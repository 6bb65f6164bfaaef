import { cleanText } from '@demarche/base';

const ENDED = /[.!?…]["”’')\]]*$/;

/** A text as one line that ends like a sentence; the words stay as written, a dangling comma or colon goes. */
export function asSentence(text: string): string {
  const line = cleanText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;:]$/, '');
  return ENDED.test(line) ? line : `${line}.`;
}

/** A text in quotation marks that ends the sentence it stands in: its full stop inside, as American print has it. */
export function quotedLast(text: string): string {
  return `“${asSentence(text)}”`;
}

/** A sentence with its first letter as a sentence needs it. */
export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Words in a text, as a reader counts them: runs between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
