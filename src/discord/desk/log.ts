// The log: one JSON object a line, from which every token has been struck out, wherever it came in; an error as the log may tell
// it; and the line as people read it at a terminal.
import { DiscordAPIError, HTTPError } from 'discord.js';
import { type Logger, levels, pino, stdTimeFunctions } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

export interface LogOptions {
  /** One of pino's levels, or `silent`. */
  readonly level: string;
  /** Texts that must never be written, such as the bot's token. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
  /** Stands in every line: which of several processes wrote it. */
  readonly process?: string;
}

/** Interaction tokens stand in the paths of Discord's requests, after the interaction's or application's id. */
const TOKEN_IN_PATH = /((?:interactions|webhooks)\/\d+\/)[^/\s"'?\\]+/g;
const STRUCK_OUT = '[token]';

export function openLog({ level, secrets, write, process }: LogOptions): Log {
  const base = process === undefined ? null : { process };
  return pino(
    { level, base, timestamp: stdTimeFunctions.isoTime },
    { write: (line) => write(strikeOut(line, secrets)) },
  );
}

export function strikeOut(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '');
  return known
    .reduce((rest, secret) => rest.replaceAll(secret, STRUCK_OUT), text)
    .replace(TOKEN_IN_PATH, `$1${STRUCK_OUT}`);
}

/** An error as the log may tell it: what failed and why, without the request's path, which holds interaction tokens. */
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

/** The line's JSON -> `2026-01-31T12:00:00.000Z WARN  a knowledge file was refused  problem="…"` */
export function readableLine(line: string): string {
  const { time, level, msg, ...rest }: Record<string, unknown> = JSON.parse(line);
  const name = levels.labels[Number(level)] ?? String(level);
  const details = Object.entries(rest).map(([key, value]) => `${key}=${detail(value)}`);
  const parts = [`${time} ${name.toUpperCase().padEnd(WIDEST_LEVEL)} ${msg ?? ''}`, ...details];
  return `${parts.join('  ').replace(UNPRINTABLE, escapeOf)}\n`;
}

const WIDEST_LEVEL = Math.max(...Object.keys(levels.values).map(({ length }) => length));

function detail(value: unknown): string {
  const isWord = typeof value === 'string' && /^[\w.:/-]+$/.test(value);
  return isWord ? value : JSON.stringify(value);
}

/** Members' words may hold what moves the cursor or turns the direction. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
