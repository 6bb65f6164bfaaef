/** The one written form of a cable number: two-digit year, post without blanks, serial without leading zeros. */
export function cableNumber(parts: { year: string; post: string; serial: string }): string {
  return `${parts.year.slice(-2)}${parts.post.replace(/[^A-Z]/g, '')}${parts.serial.replace(/^0+(?=\d)/, '')}`;
}
