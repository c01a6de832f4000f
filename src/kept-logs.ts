// The files of open questions and of feedback on disk, one JSON object a line, bounded in size; and the look at both for whoever
// manages the server. The only one who writes or reads them.
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import type { KeptPort } from './discord/desk/desk.ts';
import { readFeedback, readLog } from './unanswered/collect.ts';
import { surveyOf } from './unanswered/survey.ts';

/** Bytes: some thousand questions, which is more than an editor reads in a month. */
const LARGEST_FILE = 1024 * 1024;
/** The one older file that is kept has this after its name. */
export const OLDER = '.1';
/** Members wrote what stands in it: the bot's user reads it, and nobody else. */
export const OWNER_ONLY = 0o600;

export interface LogFileOptions {
  /** Told once, at the first line that could not be written. */
  readonly warn: (error: unknown) => void;
  /** Bytes; for tests. */
  readonly largest?: number;
}

/** Returns what appends a line. Never throws: a full disk must not cost an answer. */
export function openUnansweredLog(
  path: string,
  { warn, largest = LARGEST_FILE }: LogFileOptions,
): (entry: object) => void {
  let hasWarned = false;
  return (entry) => {
    const line = `${JSON.stringify(entry)}\n`;
    try {
      makeRoom(path, largest - Buffer.byteLength(line));
      appendFileSync(path, line, { mode: OWNER_ONLY });
    } catch (error) {
      if (!hasWarned) warn(error);
      hasWarned = true;
    }
  };
}

function makeRoom(path: string, room: number): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0 && size > room) renameSync(path, path + OLDER);
}

/** The lines of both files, the older first. Throws where neither is there or one cannot be read, naming it. */
export async function readUnansweredLog(path: string): Promise<string> {
  const text = await readBoth(path);
  if (text !== undefined) return text;
  throw new Error(`There is no ${path}: no question was left unanswered since UNANSWERED_LOG was set.`);
}

/** Undefined where neither file is there. */
export async function readBoth(path: string): Promise<string | undefined> {
  const older = await readIfThere(path + OLDER);
  const current = await readIfThere(path);
  return older === undefined && current === undefined ? undefined : (older ?? '') + (current ?? '');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read.`, { cause });
  }
}

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

export interface LogPaths {
  readonly unansweredLog?: string;
  readonly feedbackLog?: string;
}

/** Undefined where no log is kept. At most 4 MiB are read at once, and let go. */
export function keptLogs(
  { unansweredLog, feedbackLog }: LogPaths,
  clock: () => number,
): KeptPort | undefined {
  if (unansweredLog === undefined && feedbackLog === undefined) return undefined;
  return {
    survey: async (library) => {
      const now = clock();
      const unanswered = unansweredLog === undefined ? undefined : await readBoth(unansweredLog);
      const feedback = feedbackLog === undefined ? '' : await readFeedbackLog(feedbackLog, now);
      const { lines } = readLog(unanswered ?? '');
      return surveyOf(library, { lines, feedback: readFeedback(feedback).lines, now });
    },
  };
}
