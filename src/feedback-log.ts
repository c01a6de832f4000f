// The file of feedback on disk: kept as the log of unanswered questions is, and no line for longer than a month.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { type LogFileOptions, OLDER, OWNER_ONLY, openUnansweredLog, readBoth } from './unanswered-log.ts';

/** Lines of that age are dropped. */
const LONGEST_KEPT_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

export interface FeedbackLog {
  readonly write: (entry: object) => void;
  /** Drops what is too old; to be called at the start and once a day, as nobody may write for weeks. */
  readonly tidy: () => Promise<void>;
}

export interface FeedbackLogOptions extends LogFileOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Never throws: a full disk must not cost an answer. */
export function openFeedbackLog(path: string, { now, ...options }: FeedbackLogOptions): FeedbackLog {
  return {
    write: openUnansweredLog(path, options),
    tidy: async () => {
      try {
        for (const file of [path + OLDER, path]) await dropOld(file, oldestKept(now()));
      } catch (error) {
        options.warn(error);
      }
    },
  };
}

function oldestKept(time: number): string {
  return new Date(time - LONGEST_KEPT_DAYS * DAY_MS).toISOString().slice(0, '2025-07-27'.length);
}

/** Written whole or not at all, and only where something is dropped; where a line came in meanwhile, the next time. */
async function dropOld(file: string, oldest: string): Promise<void> {
  const text = await textOf(file);
  const kept = recent(text, oldest);
  if (kept === text || statSync(file).size !== Buffer.byteLength(text)) return;
  writeFileAtomic.sync(file, kept, { mode: OWNER_ONLY });
}

/** Lines whose day cannot be read go as well: nobody could tell when to drop them. */
function recent(text: string, oldest: string): string {
  const lines = text.split('\n').filter((line) => (DAY.exec(line)?.[1] ?? '') >= oldest);
  return lines.map((line) => `${line}\n`).join('');
}

/** Every line of this log begins with its day. */
const DAY = /^\{"date":"(\d{4}-\d\d-\d\d)"/;

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** The lines of both files that are not too old, the older first; '' where there are none yet. */
export async function readFeedbackLog(path: string, now: number): Promise<string> {
  return recent((await readBoth(path)) ?? '', oldestKept(now));
}
