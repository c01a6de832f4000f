// A line of the log for people at a terminal: the time, how grave it is, what happened, and what belongs to it.
import { levels } from 'pino';

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
