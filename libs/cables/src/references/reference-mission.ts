import { embassyIn } from '../missions/country-capitals';
import { missionNamed, missionNear } from '../missions/mission-match';
import { isPlaceTag } from '../tags/tag-names';
import type { ReferenceTokens } from './reference-tokens';

/** A mission found in front of a serial: its cable token and the place of its first word. */
export interface MissionFound {
  token: string;
  first: number;
}

const LONGEST_NAME = 6;
// Words and marks which may stand between the mission and the serial.
const BEFORE_SERIAL = new Set(
  "NO NR NOS NUMBER CABLE CABLES TEL TELS TELEGRAM TELEGRAMS CIRCULAR # - / : . '".split(' '),
);
// Words which may stand in front of a mission without being part of its name.
const BEFORE_MISSION = new Set(
  `A AN AND AMB AMEMBASSY AMEMB AMCONSUL AMCONGEN AMLEGATION CG CONGEN CONGENL CONSUL CONSULATE EMBASSY EMB FROM IN MISSION
  REF REFS REFTEL REFTELS SEE ALSO US USEMB USINT USLO USMISSION USOFFICE BO REO EO APP PRT OR PLUS CF`.split(
    /\s+/,
  ),
);
// Senders inside a mission whose messages are no cables of the mission.
const OTHER_SENDERS = new Set('USDAO DAO FBIS IIR LEGAT DEA CIA DIA USAID FAS FCS'.split(' '));

/** The mission whose name ends right before the number at `serialAt`, or null; near misses count only where a name must stand. */
export function missionBefore(tokens: ReferenceTokens, serialAt: number): MissionFound | null {
  let last = serialAt - 1;
  while (BEFORE_SERIAL.has(tokens.text(last))) last -= 1;
  if (tokens.word(last) === '') return null;
  const run = { first: firstOfRun(tokens, last), last };
  const found = exactSuffix(tokens, run) ?? countryIn(tokens, run, serialAt) ?? nearRun(tokens, run);
  return found && !OTHER_SENDERS.has(tokens.word(found.first - 1)) ? found : null;
}

/** The place of the first of the words (AMEMBASSY and the like) that stand in front of a mission. */
export function beforePrefixes(tokens: ReferenceTokens, first: number): number {
  let place = first;
  while (tokens.word(place - 1).length > 1 && BEFORE_MISSION.has(tokens.word(place - 1))) place -= 1;
  return place;
}

interface Run {
  first: number;
  last: number;
}

function firstOfRun(tokens: ReferenceTokens, last: number): number {
  let place = last;
  for (;;) {
    const isJoined = tokens.text(place - 1) === '-' && tokens.word(place - 2) !== '';
    if (isJoined) place -= 2;
    else if (tokens.word(place - 1) !== '') place -= 1;
    else return place;
  }
}

function textOf(tokens: ReferenceTokens, run: Run): string {
  const places = Array.from({ length: run.last - run.first + 1 }, (_, index) => run.first + index);
  return places.map((place) => tokens.text(place)).join(' ');
}

function exactSuffix(tokens: ReferenceTokens, run: Run): MissionFound | null {
  const start = Math.max(run.first, run.last - LONGEST_NAME * 2);
  for (let first = start; first <= run.last; first += 1) {
    const token = tokens.word(first) === '' ? null : missionNamed(textOf(tokens, { first, last: run.last }));
    if (token !== null) return { token, first };
  }
  return null;
}

// A country's code right in front of the serial, or its name: behind its post, or in place of its capital.
function countryIn(tokens: ReferenceTokens, run: Run, serialAt: number): MissionFound | null {
  const behindPost = run.last === serialAt - 1 ? beforeCountry(tokens, run) : null;
  return behindPost ?? (isYear(tokens.digits(serialAt)) ? null : countryAlone(tokens, run));
}

// PARIS FR 2144, LIMA PERU 12: the country stands behind its post.
function beforeCountry(tokens: ReferenceTokens, run: Run): MissionFound | null {
  const word = tokens.word(run.last);
  const isCountry = isPlaceTag(word) || embassyIn(word) !== null;
  return isCountry && run.last > run.first
    ? exactSuffix(tokens, { first: run.first, last: run.last - 1 })
    : null;
}

// BRAZIL 1280: a country stands for its capital where nothing else stands with it.
function countryAlone(tokens: ReferenceTokens, run: Run): MissionFound | null {
  const first = firstOfName(tokens, run);
  const token = embassyIn(textOf(tokens, { first, last: run.last }));
  return token === null ? null : { token, first };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

function firstOfName(tokens: ReferenceTokens, run: Run): number {
  let first = run.first;
  while (first < run.last && isNoise(tokens.word(first))) first += 1;
  return first;
}

function nearRun(tokens: ReferenceTokens, run: Run): MissionFound | null {
  const first = firstOfName(tokens, run);
  if (run.last - first >= LONGEST_NAME) return null;
  const token = missionNear(textOf(tokens, { first, last: run.last }));
  return token === null ? null : { token, first };
}

function isNoise(word: string): boolean {
  return word.length <= 1 || BEFORE_MISSION.has(word);
}
