// An error as the log may tell it: what failed and why, without the request's path, which holds interaction tokens.
import { DiscordAPIError, HTTPError } from 'discord.js';

export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: number | string;
  readonly status?: number;
  readonly request?: string;
  readonly cause?: ErrorDescription;
  readonly stack?: string;
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: 'Thrown', message: String(error) };
  const { name, message, cause } = error;
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    const code = error instanceof DiscordAPIError ? { code: error.code } : {};
    return { name, message, ...code, status: error.status, request: `${error.method} ${routeOf(error.url)}` };
  }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const because = cause === undefined ? {} : { cause: describeError(cause) };
  return { name, message, ...code, ...because, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** Words of Discord's routes that may be told; anything else in a path is an id or a token. */
const ROUTE_WORDS = new Set(
  'api channels messages interactions callback webhooks applications commands gateway bot users @me guilds typing @original'.split(
    ' ',
  ),
);

function routeOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return path
    .split('/')
    .map((part) => (part === '' || ROUTE_WORDS.has(part) || /^v\d+$/.test(part) ? part : '…'))
    .join('/');
}
