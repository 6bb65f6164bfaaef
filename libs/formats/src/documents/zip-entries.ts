const END_OF_FILE = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const LISTED_SIZE = 46;
const LOCAL_SIZE = 30;
const END_SIZE = 22;
const VERSION = 20;

/** Midnight of 1 January 1980, as zip files write a date and an hour: the first instant they know. */
const PACKED_ON = 0x0021_0000;

/** One entry of a zip file with its bytes as they lie there, deflated or not, so that they can be taken over untouched. */
export interface ZipEntry {
  path: string;
  method: number;
  checksum: number;
  size: number;
  packed: Buffer;
}

/** The entries of a zip file that a writer in this process made, folders left out. Throws RangeError for anything else. */
export function entriesOf(file: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.lastIndexOf(wordOf(END_OF_FILE));
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = entryAt(bytes, at);
    if (!entry.path.endsWith('/')) entries.push(entry);
    at += LISTED_SIZE + [28, 30, 32].reduce((sum, place) => sum + bytes.readUInt16LE(at + place), 0);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  if (bytes.readUInt32LE(at) !== LISTED) throw new RangeError('A zip file lists something that is no entry.');
  const local = bytes.readUInt32LE(at + 42);
  const from = local + LOCAL_SIZE + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return {
    path: bytes.toString('utf8', at + LISTED_SIZE, at + LISTED_SIZE + bytes.readUInt16LE(at + 28)),
    method: bytes.readUInt16LE(at + 10),
    checksum: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.subarray(from, from + bytes.readUInt32LE(at + 20)),
  };
}

/** A zip file of these entries in this order: no hour, no system and no comment is in it, only paths and bytes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const path = Buffer.from(entry.path);
    const local = Buffer.concat([localHead(entry, path.length), path, entry.packed]);
    bodies.push(local);
    list.push(listedHead(entry, path.length, at), path);
    at += local.length;
  }
  const listed = Buffer.concat(list);
  return Buffer.concat([...bodies, listed, endOf(entries.length, { at, size: listed.length })]);
}

function wordOf(value: number): Buffer {
  const word = Buffer.alloc(4);
  word.writeUInt32LE(value);
  return word;
}

/** What both heads of an entry say in the same order: method, instant, checksum, both sizes, length of the path. */
function writeTraits(
  head: Buffer,
  from: number,
  { entry, pathLength }: { entry: ZipEntry; pathLength: number },
) {
  head.writeUInt16LE(entry.method, from);
  head.writeUInt32LE(PACKED_ON, from + 2);
  head.writeUInt32LE(entry.checksum, from + 6);
  head.writeUInt32LE(entry.packed.length, from + 10);
  head.writeUInt32LE(entry.size, from + 14);
  head.writeUInt16LE(pathLength, from + 18);
}

function localHead(entry: ZipEntry, pathLength: number): Buffer {
  const head = Buffer.alloc(LOCAL_SIZE);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  writeTraits(head, 8, { entry, pathLength });
  return head;
}

function listedHead(entry: ZipEntry, pathLength: number, at: number): Buffer {
  const head = Buffer.alloc(LISTED_SIZE);
  head.writeUInt32LE(LISTED, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  writeTraits(head, 10, { entry, pathLength });
  head.writeUInt32LE(at, 42);
  return head;
}

function endOf(count: number, { at, size }: { at: number; size: number }): Buffer {
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END_OF_FILE, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
