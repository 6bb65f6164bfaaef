/** A number with the right word: `1 day`, `0 days`. */
export function plural(number: number, words: { one: string; many: string }): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? words.one : words.many}`;
}
