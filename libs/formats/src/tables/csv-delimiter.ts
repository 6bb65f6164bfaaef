/** The signs that tools set between cells, with their names; a comma where nothing else is likelier. */
export const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
/** One of {@link DELIMITERS}. */
export type Delimiter = keyof typeof DELIMITERS;

const SIGNS = Object.keys(DELIMITERS) as Delimiter[];
/** Some tools tell Excel the sign in a first line of its own, which is no row of the table. */
const TOLD = /^\s*"?sep=(.)"?[,;\t|]*\s*(?:\n|$)/i;

/** How the cells of a table are kept apart, and its text with the line that says so emptied, so that lines keep their numbers. */
interface Separated {
  delimiter: Delimiter;
  text: string;
}

/** Finds the sign between cells: from a `sep=` line, else the one that stands most often in the header, outside quotes. */
export function separated(text: string): Separated {
  const [line, sign] = TOLD.exec(text) ?? [];
  if (line !== undefined && isDelimiter(sign))
    return { delimiter: sign, text: (line.endsWith('\n') ? '\n' : '') + text.slice(line.length) };
  const header = (text.split('\n').find((one) => one.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counts = SIGNS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return { delimiter: best.delimiter, text };
}

const isDelimiter = (sign: string | undefined): sign is Delimiter => sign !== undefined && sign in DELIMITERS;
