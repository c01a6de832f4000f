// Keeps other sites out: only requests from our own page are taken, and every answer forbids the rest in its headers.
import type { IncomingMessage, ServerResponse } from 'node:http';

export const LOOPBACK = '127.0.0.1';
export const FORBIDDEN = 403;
const HTTP_PORT = 80;

export interface Doors {
  /** The host names with port by which the page may be reached. */
  readonly hosts: ReadonlySet<string>;
}

export type RequestOrigin = 'ours' | 'foreign-host' | 'foreign-origin';

/** A page may be opened from anywhere, since opening it does nothing; what acts must come from the page itself. */
export function originOf(
  { headers }: IncomingMessage,
  { hosts }: Doors,
  what: 'page' | 'act',
): RequestOrigin {
  const { host = '', origin } = headers;
  if (!hosts.has(host.toLowerCase())) return 'foreign-host';
  if (origin === undefined) return what === 'page' ? 'ours' : 'foreign-origin';
  return origin === `http://${host}` ? 'ours' : 'foreign-origin';
}

/** The names for an address and port: loopback has several. */
export function doorsTo(address: string, port: number): Doors {
  const names = address === LOOPBACK ? [LOOPBACK, 'localhost'] : [address];
  const withPort = names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase());
  // Browsers leave out the port that is the scheme's own.
  return { hosts: new Set(port === HTTP_PORT ? [...withPort, ...names] : withPort) };
}

/** Scripts, styles and pictures from here alone; no frame, no form, no base, and no text turned into markup. */
function policyFor(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    // Older browsers do not count a socket to the same host as 'self'. The host was checked before.
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const STERN_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
} as const;

export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body }: HttpAnswer,
): void {
  const policy = policyFor(status === FORBIDDEN ? LOOPBACK : (request.headers.host ?? ''));
  response.writeHead(status, { ...STERN_HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function json(status: number, value: unknown): HttpAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function plain(status: number, text: string): HttpAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
