/** What a table that is sent over the API may weigh, in bytes of JSON, and what a file on the page may hold. */
const JSON_BYTES = 1_000_000;
const FILE_BYTES = 800_000;

/** A table for the register, line by line. */
export interface LargeTable {
  kind: string;
  heading: string;
  row: (number: number) => string;
}

/** The tables that an administrator may load, with lines that each add or change something, and one of wrong lines. */
export const LARGE_TABLES: LargeTable[] = [
  {
    kind: 'tiers',
    heading: 'iso3,country,year,tier,source',
    row: (number) => `TJK,Tajikistan,${2001 + (number % 25)},2,source ${number}`,
  },
  { kind: 'tiers', heading: 'country,year,tier', row: () => 'x,x,x' },
  {
    kind: 'posts',
    heading: 'post_as_in_cables,mrn_post_token,country,iso3,city',
    row: (number) => `Town ${number},TOWN${number},Tajikistan,TJK,Town ${number}`,
  },
  {
    kind: 'calendar',
    heading: 'iso3,country,zone,weekend_start,weekend_end',
    row: () => 'TJK,Tajikistan,Asia/Dushanbe,sat,sun',
  },
];

/** The table as a file, as long as the page takes it. */
export function asFile({ heading, row }: LargeTable): Buffer {
  const lines = [heading];
  for (let length = 0, number = 0; length < FILE_BYTES; number += 1) {
    lines.push(row(number));
    length += row(number).length + 1;
  }
  return Buffer.from(lines.join('\n'));
}

/** The table as the API takes it, as many rows as it may weigh. */
export function asRows({ heading, row }: LargeTable): object[] {
  const names = heading.split(',');
  const rows: object[] = [];
  for (let weight = 100, number = 0; weight < JSON_BYTES; number += 1) {
    const told = row(number).split(',');
    const cells = Object.fromEntries(names.map((name, place) => [name, told[place] ?? '']));
    const made = { line: number + 2, cells };
    weight += JSON.stringify(made).length + 1;
    if (weight < JSON_BYTES) rows.push(made);
  }
  return rows;
}
