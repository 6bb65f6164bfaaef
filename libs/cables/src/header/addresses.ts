const PRECEDENCES = ['FLASH', 'NIACT IMMEDIATE', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];
const PRECEDENCE_LETTERS: Record<string, string> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
};
const PRECEDENCE_WORD = new RegExp(String.raw`\b(?:${PRECEDENCES.join('|')})\b`);

/** Sender, receivers and precedence as the lines above the classification give them; `info` are those who only get to know. */
interface Addresses {
  from: string | null;
  to: string[];
  info: string[];
  precedence: string | null;
  dateTimeGroupLine: string | null;
}

const GROUP_LINE = /^\s*(?:(?:[ZOPR]\s+){1,3})?\d{6}Z\s*[A-Z]{3}/;

/** Reads the telegraphic address lines (`P 251732Z AUG 09`, `FM`, `TO`, `INFO`) or the labelled ones of later cables. */
export function readAddresses(lines: string[]): Addresses {
  const group = lines.find((line) => GROUP_LINE.test(line)) ?? labelled(lines, 'Date(?:\\/DTG)?|DTG');
  const sender = lines.findIndex((line) => /^\s*FM\s+\S/.test(line));
  const from = lines[sender]?.replace(/^\s*FM\s+/, '') ?? labelled(lines, 'From');
  const action = labelled(lines, 'Action|To');
  // Above the sender INFO opens the list of offices that got a copy, not of addressees.
  const sent = lines.slice(Math.max(sender, 0));
  const block = receiversUnder(sent, 'TO');
  return {
    from: from === null ? null : tidyAddress(from),
    to: receivers(block, action),
    info: receivers(receiversUnder(sent, 'INFO'), labelled(lines, 'Info')),
    precedence: precedenceOf({ group, action, block, lines }),
    dateTimeGroupLine: group,
  };
}

function receivers(block: string[], labelledOnes: string | null): string[] {
  const all = block.length > 0 ? block : (labelledOnes?.split(';') ?? []);
  return [...new Set(all.map(tidyAddress).filter((address) => address !== ''))];
}

function labelled(lines: string[], label: string): string | null {
  const pattern = new RegExp(String.raw`^\s*(?:${label})\s*:\s*(\S.*)$`, 'i');
  return lines.map((line) => pattern.exec(line)?.[1] ?? null).find((value) => value !== null) ?? null;
}

interface PrecedenceSource {
  group: string | null;
  action: string | null;
  block: string[];
  lines: string[];
}

// The letter in front of the date-time group, else the doubled one of the routing line, else the word itself.
function precedenceOf(source: PrecedenceSource): string | null {
  const routing = source.lines
    .map((line) => /^\s*([ZOPR])\1\s+RU/.exec(line)?.[1])
    .find((one) => one !== undefined);
  const letter = /^\s*([ZOPR])\s/.exec(source.group ?? '')?.[1] ?? routing;
  const named = precedenceWord(source);
  return named === NIGHT_ACTION ? named : (PRECEDENCE_LETTERS[letter ?? ''] ?? named);
}

// One letter stands for both kinds of immediate; only the word tells them apart.
const NIGHT_ACTION = 'NIACT IMMEDIATE';

function precedenceWord(source: PrecedenceSource): string | null {
  const label = labelled(source.lines, 'Precedence') ?? source.action ?? source.block[0] ?? '';
  return PRECEDENCE_WORD.exec(label.toUpperCase())?.[0] ?? null;
}

const BLOCK_END =
  /^\s*(?:TO\s|INFO\b|BT\b|XMT\b|ZEN\b|PASS\b|UNCLAS|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL|[A-Z](?: [A-Z]){3,}|$)/;

// The lines under every TO or INFO as they stand, the first of each without the word.
function receiversUnder(lines: string[], word: 'TO' | 'INFO'): string[] {
  const opening = new RegExp(String.raw`^\s*${word}(?:\s+|:\s*)(?=\S)`);
  const block: string[] = [];
  let isInside = false;
  for (const line of lines) {
    const opens = opening.test(line);
    isInside = opens || (isInside && !BLOCK_END.test(line));
    if (isInside) block.push(line.replace(opens ? opening : '', ''));
  }
  return block;
}

// `RUEHDBU/AMEMBASSY DUSHANBE PRIORITY 1090` and `DUSHANBE, AMEMBASSY ROUTINE` both name AMEMBASSY DUSHANBE.
function tidyAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^(?:[ZOPR]{1,2}\s+)?RU[A-Z]{2,6}\s?\/\s?/, '')
    .replace(/\s+\d{1,6}$/, '')
    .replace(new RegExp(String.raw`\s+(?:${PRECEDENCES.join('|')})$`, 'i'), '')
    .replace(/\s+\d{1,6}$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const turned = /^([^,]+),\s*(AMEMBASSY|AMCONSUL|USMISSION|EMBASSY|CONSULATE)$/i.exec(bare);
  return turned ? `${turned[2]} ${turned[1]}` : bare;
}
