// What editors read and change on disk, from their commands and from Discord: text to the letter, replaced whole, so that a crash
// leaves the old or the new one.
import { chmod, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Shelf } from './answer/shelf.ts';
import type { EditorsPort } from './discord/desk/desk.ts';
import { type Lists, openLists } from './editor/live/lists.ts';
import type { EditorFiles } from './editor/prepare/files.ts';
import { type JudgedQuestion, readJudgedQuestions } from './evaluation/judged-question.ts';
import { LARGEST_FILE } from './knowledge/collection.ts';
import { JUDGED_FOLDER } from './load-judged.ts';
import type { Files } from './unanswered/close-gap.ts';

export const editorFiles: EditorFiles = {
  read: async (path) => {
    const found = await stat(path).catch(ofMissing);
    if (found === undefined) return undefined;
    if (!found.isFile()) throw new Error(`${path} is no file. Name a text file.`);
    if (found.size > LARGEST_FILE)
      throw new Error(`${path} is larger than ${LARGEST_FILE / 1024 / 1024} MiB. Nothing was read.`);
    return decoded(path, await readFile(path).catch((error: unknown) => failed(path, 'read', error)));
  },
  write: async (path, text) => {
    try {
      if (text === undefined) await rm(path, { force: true });
      else await writeFileAtomic(path, text);
    } catch (error) {
      failed(path, 'written', error);
    }
  },
  isFolder: async (path) => (await stat(path).catch(ofMissing))?.isDirectory() ?? false,
  realPath: async (path) => {
    const real = await realpath(path).catch(ofMissing);
    return real ?? join(await realpath(dirname(path)), basename(path));
  },
};

function decoded(path: string, bytes: Buffer): string {
  try {
    // A byte order mark stays: what was there is written again to the letter.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Error(`${path} is no text in UTF-8. Save it as plain text with the encoding UTF-8.`);
}

function ofMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return;
  throw error;
}

/** The code says what is wrong; it throws, always. */
function failed(path: string, done: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : String(error);
  throw new Error(`${path} cannot be ${done} (${code}). Allow it, or name another place.`, { cause: error });
}

const ORDINARY_MODE = 0o644;

export const filesOnDisk: Files = {
  read: async (path) => {
    const bytes = await unlessMissing(readFile(path));
    // To the letter: a byte order mark stays, and what is no UTF-8 is refused rather than replaced.
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  },
  write: async (path, text) => {
    if (text === undefined) return rm(path, { force: true });
    // A link stays one: what it leads to is replaced.
    const target = (await unlessMissing(realpath(path))) ?? path;
    const mode = (await unlessMissing(stat(target)))?.mode ?? ORDINARY_MODE;
    // Hidden from the knowledge folder, which skips names that begin with a dot.
    const next = join(dirname(target), `.${basename(target)}.new`);
    await writeFile(next, text);
    await chmod(next, mode);
    await rename(next, target);
  },
};

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export interface EditorsOptions {
  readonly roles: readonly string[];
  readonly folder: string;
  readonly shelf: Shelf;
}

/** Milliseconds after each question that is studied, which takes some itself: most of the time is left to members. */
const PAUSE_MS = 10;

/** `study` may take a minute, in which others have their turns: from then on judging is as thorough as it can be. */
export function openEditors({ roles, folder, shelf }: EditorsOptions): EditorsPort & Pick<Lists, 'study'> {
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS));
  const judged = (interview: string) => judgedOf(JUDGED_FOLDER, interview);
  return { roles, ...openLists({ files: editorFiles, folder, shelf, judged, rest, pause, today: Date.now }) };
}

/** Those of `ID.jsonl` and `ID.*.jsonl`; an installation may have none. Throws where a line is none, naming it. */
async function judgedOf(folder: string, interview: string): Promise<readonly JudgedQuestion[]> {
  const all = await readdir(folder).catch(() => []);
  const names = all.filter((name) => name.startsWith(`${interview}.`) && name.endsWith('.jsonl')).toSorted();
  const read = names.map(async (name) =>
    readJudgedQuestions(await readFile(join(folder, name), 'utf8'), name),
  );
  return (await Promise.all(read)).flat();
}
