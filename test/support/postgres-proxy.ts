import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to PostgreSQL that can be cut at the worst moment: after a COMMIT has arrived, before its answer leaves. */
export interface PostgresProxy {
  /** The address of the same server, by this line. */
  url: string;
  /** Cuts the line of the next COMMIT behind the one that holds this text. */
  cutAfter(text: string): void;
  /** From now on no answer of the server comes out, though every line stays open. */
  silence(): void;
  close(): Promise<void>;
}

/** Opens the line, on a free port unless one is named; the server must take plain connections over TCP. */
export async function openPostgresProxy(target: string, port = 0): Promise<PostgresProxy> {
  const sockets = new Set<Socket>();
  const line: Line = { target: new URL(target), wanted: null, isSilent: false };
  const proxy = createServer((near) => {
    for (const socket of relay(near, line)) sockets.add(socket);
  });
  await new Promise<void>((ready) => proxy.listen(port, '127.0.0.1', ready));
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    cutAfter: (text) => void (line.wanted = text),
    silence: () => void (line.isSilent = true),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => proxy.close(done));
    },
  };
}

interface Line {
  target: URL;
  wanted: string | null;
  isSilent: boolean;
}

/** Passes everything on, both ways, until the COMMIT after the wanted text has gone in: its answer never comes out. */
function relay(near: Socket, line: Line): Socket[] {
  const far = connect(Number(line.target.port || 5432), line.target.hostname);
  let [isMarked, isCut] = [false, false];
  for (const socket of [near, far])
    socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
  near.on('data', (bytes) => {
    const told = bytes.toString('latin1');
    if (line.wanted !== null && told.includes(line.wanted)) isMarked = true;
    if (isMarked && told.includes('COMMIT')) [isCut, line.wanted] = [true, null];
    far.write(bytes);
  });
  far.on('data', (bytes) => {
    if (isCut) near.destroy();
    else if (!line.isSilent) near.write(bytes);
  });
  return [near, far];
}
