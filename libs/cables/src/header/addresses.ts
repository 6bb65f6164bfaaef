const PRECEDENCES = ['FLASH', 'NIACT IMMEDIATE', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];
const PRECEDENCE_LETTERS: Record<string, string> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
};
const PRECEDENCE_WORD = new RegExp(String.raw`\b(?:${PRECEDENCES.join('|')})\b`);

/** Sender, receivers and precedence as the lines above the classification give them. */
export interface Addresses {
  from: string | null;
  to: string[];
  precedence: string | null;
  dateTimeGroupLine: string | null;
}

/** Reads the telegraphic address lines (`P 251732Z AUG 09`, `FM`, `TO`) or the labelled ones of later cables. */
export function readAddresses(lines: string[]): Addresses {
  const group =
    lines.find((line) => /^\s*(?:(?:[ZOPR]\s+){1,2})?\d{6}Z\s+[A-Z]{3}/.test(line)) ??
    labelled(lines, 'Date(?:\\/DTG)?|DTG');
  const from =
    lines.find((line) => /^\s*FM\s+\S/.test(line))?.replace(/^\s*FM\s+/, '') ?? labelled(lines, 'From');
  const to = telegraphicReceivers(lines);
  const action = labelled(lines, 'Action|To');
  return {
    from: from === null ? null : tidyAddress(from),
    to: to.length > 0 || action === null ? to : action.split(';').map(tidyAddress),
    precedence: precedenceOf({ group, action, lines }),
    dateTimeGroupLine: group,
  };
}

function labelled(lines: string[], label: string): string | null {
  const pattern = new RegExp(String.raw`^\s*(?:${label})\s*:\s*(\S.*)$`, 'i');
  return lines.map((line) => pattern.exec(line)?.[1] ?? null).find((value) => value !== null) ?? null;
}

// The letter in front of the date-time group, else the doubled one of the routing line, else the word itself.
function precedenceOf(source: {
  group: string | null;
  action: string | null;
  lines: string[];
}): string | null {
  const routing = source.lines
    .map((line) => /^\s*([ZOPR])\1\s+RU/.exec(line)?.[1])
    .find((one) => one !== undefined);
  const letter = /^\s*([ZOPR])\s/.exec(source.group ?? '')?.[1] ?? routing;
  return PRECEDENCE_LETTERS[letter ?? ''] ?? precedenceWord(source);
}

function precedenceWord(source: { action: string | null; lines: string[] }): string | null {
  const label = labelled(source.lines, 'Precedence') ?? source.action ?? '';
  return PRECEDENCE_WORD.exec(label.toUpperCase())?.[0] ?? null;
}

function telegraphicReceivers(lines: string[]): string[] {
  const start = lines.findIndex((line) => /^\s*TO\s+\S/.test(line));
  if (start < 0) return [];
  const [first = '', ...rest] = lines.slice(start);
  const end = rest.findIndex((line) =>
    /^\s*(?:INFO\b|BT\b|XMT\b|ZEN\b|PASS\b|UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL|[A-Z](?: [A-Z]){3,}|$)/.test(
      line,
    ),
  );
  const block = [first.replace(/^\s*TO\s+/, ''), ...rest.slice(0, end < 0 ? rest.length : end)];
  return [...new Set(block.map(tidyAddress).filter((address) => address !== ''))];
}

// `RUEHDBU/AMEMBASSY DUSHANBE PRIORITY 1090` and `DUSHANBE, AMEMBASSY ROUTINE` both name AMEMBASSY DUSHANBE.
function tidyAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^RU[A-Z]{2,6}\s?\/\s?/, '')
    .replace(/\s+\d{1,6}$/, '')
    .replace(new RegExp(String.raw`\s+(?:${PRECEDENCES.join('|')})$`, 'i'), '')
    .replace(/\s+\d{1,6}$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const turned = /^([^,]+),\s*(AMEMBASSY|AMCONSUL|USMISSION|EMBASSY|CONSULATE)$/i.exec(bare);
  return turned ? `${turned[2]} ${turned[1]}` : bare;
}
