// Keeps room for everybody: how many sockets an address may hold, and how long one may be silent before it says who it is.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Sockets and requests at once. */
const MOST_CONNECTIONS = 300;
/** Of one address: some pages, each with a socket and a few requests. */
const MOST_FROM_ONE = 20;
/** Milliseconds for a request to arrive in, and for a page's socket to say who it is. */
export const LONGEST_SILENCE_MS = 5_000;

/** For `createServer`; the third is how often the first two are looked at. */
export const PATIENCE = {
  headersTimeout: LONGEST_SILENCE_MS,
  requestTimeout: LONGEST_SILENCE_MS,
  connectionsCheckingInterval: 1_000,
} as const;

export function keepRoom(server: Server): void {
  const open = new Map<string, number>();
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address = '' } = socket;
    const count = (open.get(address) ?? 0) + 1;
    if (count > MOST_FROM_ONE) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
