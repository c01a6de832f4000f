// Whether a request comes from our own page: its Host is one of ours (so no other name was bound to this address), and
// its Origin is that host.
import type { IncomingMessage } from 'node:http';

export interface Doors {
  /** The host names with port by which the page may be reached. */
  readonly hosts: ReadonlySet<string>;
}

export type Verdict = 'ours' | 'foreign-host' | 'foreign-origin';

/** A page may be opened from anywhere, since opening it does nothing; what acts must come from the page itself. */
export function judge({ headers }: IncomingMessage, { hosts }: Doors, what: 'page' | 'act'): Verdict {
  const { host = '', origin } = headers;
  if (!hosts.has(host.toLowerCase())) return 'foreign-host';
  if (origin === undefined) return what === 'page' ? 'ours' : 'foreign-origin';
  return origin === `http://${host}` ? 'ours' : 'foreign-origin';
}

/** The names for an address and port: loopback has several. */
export function doorsTo(address: string, port: number): Doors {
  const names = isLoopback(address) ? [LOOPBACK, 'localhost'] : [address];
  const withPort = names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase());
  // Browsers leave out the port that is the scheme's own.
  return { hosts: new Set(port === HTTP_PORT ? [...withPort, ...names] : withPort) };
}

export const LOOPBACK = '127.0.0.1';
const HTTP_PORT = 80;

function isLoopback(address: string): boolean {
  return address === LOOPBACK;
}
