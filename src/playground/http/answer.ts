// How the server answers: JSON or a file of the page, with the headers that keep other sites out.
import type { IncomingMessage, ServerResponse } from 'node:http';

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

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body }: Answer,
): void {
  const policy = policyFor(status === FORBIDDEN ? '127.0.0.1' : (request.headers.host ?? ''));
  response.writeHead(status, { ...STERN_HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

export const FORBIDDEN = 403;
