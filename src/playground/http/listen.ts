// Listens on the first free port from a given one on.
import type { Server } from 'node:http';

export interface Listening {
  readonly address: string;
  readonly firstPort: number;
}

/** Ports tried; when all are taken, the last one's error is thrown. */
const PORTS_TRIED = 20;

export async function listenFrom(server: Server, { address, firstPort }: Listening): Promise<number> {
  // Port 0 lets the system choose, and its choice is always free.
  const ports = Array.from({ length: firstPort === 0 ? 1 : PORTS_TRIED }, (_, index) => firstPort + index);
  for (const port of ports) {
    const outcome = await listen(server, port, address);
    if (outcome.ok) return outcome.port;
    const isTaken = outcome.error.code === 'EADDRINUSE' || outcome.error.code === 'EACCES';
    if (!isTaken || port === ports.at(-1)) {
      throw new Error(`the playground cannot listen on ${address}, port ${port}`, { cause: outcome.error });
    }
  }
  throw new Error('no port was tried');
}

type Outcome =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly error: NodeJS.ErrnoException };

function listen(server: Server, port: number, address: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve({ ok: false, error });
    server.once('error', fail);
    server.listen(port, address, () => {
      server.off('error', fail);
      const bound = server.address();
      resolve({ ok: true, port: typeof bound === 'object' && bound ? bound.port : port });
    });
  });
}
