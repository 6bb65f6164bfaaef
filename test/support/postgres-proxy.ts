import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to PostgreSQL that can be cut at the worst moment: after a COMMIT has arrived, before its answer leaves. */
export interface PostgresProxy {
  /** The address of the same server, by this line. */
  url: string;
  /** Cuts the line of the next COMMIT behind the one that holds this text. */
  cutAfter(text: string): void;
  close(): Promise<void>;
}

/** Opens the line; the server must take plain connections over TCP. */
export async function openPostgresProxy(target: string): Promise<PostgresProxy> {
  const server = new URL(target);
  const sockets = new Set<Socket>();
  let wanted: string | null = null;
  const proxy = createServer((near) => {
    const far = connect(Number(server.port || 5432), server.hostname);
    let [isMarked, isCut] = [false, false];
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
    }
    near.on('data', (bytes) => {
      const told = bytes.toString('latin1');
      if (wanted !== null && told.includes(wanted)) isMarked = true;
      if (isMarked && told.includes('COMMIT')) [isCut, wanted] = [true, null];
      far.write(bytes);
    });
    far.on('data', (bytes) => (isCut ? near.destroy() : near.write(bytes)));
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    cutAfter: (text) => void (wanted = text),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => proxy.close(done));
    },
  };
}
