// The log: one JSON object a line, from which every token has been struck out, wherever it came in.
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

export interface LogOptions {
  /** One of pino's levels, or `silent`. */
  readonly level: string;
  /** Texts that must never be written, such as the bot's token. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}

/** Interaction tokens stand in the paths of Discord's requests, after the interaction's or application's id. */
const TOKEN_IN_PATH = /((?:interactions|webhooks)\/\d+\/)[^/\s"'?\\]+/g;
const STRUCK_OUT = '[token]';

export function openLog({ level, secrets, write }: LogOptions): Log {
  return pino({ level, base: null }, { write: (line) => write(strikeOut(line, secrets)) });
}

export function strikeOut(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '');
  return known
    .reduce((rest, secret) => rest.replaceAll(secret, STRUCK_OUT), text)
    .replace(TOKEN_IN_PATH, `$1${STRUCK_OUT}`);
}
