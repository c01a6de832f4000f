// The file of unanswered questions on disk: one JSON object a line, bounded in size; the only one who writes or reads it.
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

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
