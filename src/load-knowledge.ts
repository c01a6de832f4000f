// The knowledge folder on disk -> interviews; the only reader of knowledge from disk, and the watch over it. And the dictionary
// beside the sources.
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { type Dictionary, parseDictionary } from './dictionary/dictionary.ts';
import { ownIndexes } from './kept-indexes.ts';
import {
  isKnowledgeName,
  type Knowledge,
  type KnowledgeFile,
  LARGEST_FILE,
  readCollection,
  TOO_LARGE,
} from './knowledge/collection.ts';
import { FolderError, type Problem } from './knowledge/problem.ts';
import type { KeptIndexes } from './search/index/index.ts';

export interface LoadedKnowledge extends Knowledge {
  /** Tells two contents of the folder apart. */
  readonly version: string;
  /** Where the indexes of its interviews are kept. */
  readonly indexes: KeptIndexes | undefined;
}

/** Loads every file of the folder. Throws only a FolderError. */
export async function loadKnowledge(folder: string): Promise<LoadedKnowledge> {
  const { files, problems } = await readKnowledgeFiles(folder);
  const knowledge = readCollection(files);
  const version = versionOf(files, problems);
  return { ...knowledge, problems: [...problems, ...knowledge.problems], version, indexes: ownIndexes() };
}

/** Hexadecimal digits: enough to tell versions apart by eye. */
const VERSION_DIGITS = 12;

function versionOf(files: readonly KnowledgeFile[], problems: readonly Problem[]): string {
  const hash = createHash('sha256').update(JSON.stringify(problems));
  for (const { name, bytes } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, VERSION_DIGITS);
}

export interface FolderFiles {
  readonly files: readonly KnowledgeFile[];
  /** Files that were meant to be read and cannot be. */
  readonly problems: readonly Problem[];
  /** What else lies in the folder, hidden files and other folders apart. */
  readonly others: readonly string[];
}

/** The files of a folder that were meant to be read, those that `isWanted` names. Throws only a FolderError. */
export async function readKnowledgeFiles(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<FolderFiles> {
  const home = await realpath(folder).catch((cause: unknown) => {
    throw new FolderError(folder, cause);
  });
  const entries = await readdir(home, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FolderError(folder, cause);
  });
  const visible = entries.filter(({ name }) => !name.startsWith('.') && isWanted(name));
  const names = visible.map(({ name }) => name).filter(isKnowledgeName);
  const others = visible.filter((entry) => !isKnowledgeName(entry.name) && !entry.isDirectory());
  const problems: Problem[] = [];
  const files = await Promise.all(names.map((name) => readOne(home, name, problems)));
  return {
    files: files.flat(),
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    others: others.map(({ name }) => name).toSorted(),
  };
}

async function readOne(home: string, name: string, problems: Problem[]): Promise<readonly KnowledgeFile[]> {
  try {
    const fault = await faultOf(home, name);
    if (fault === undefined) return [{ name, bytes: await readFile(join(home, name)) }];
    problems.push({ file: name, ...fault });
  } catch (error) {
    // The message would tell where the folder lies on this machine; the code alone says what is wrong.
    const why = error instanceof Error && 'code' in error ? error.code : error;
    const what = `The file cannot be read (${why}).`;
    problems.push({ file: name, line: 1, what, mend: 'Allow the bot to read it, or move it away.' });
  }
  return [];
}

/** Looked at before it is opened: opening a pipe waits for a writer, and reading a device may never end. */
async function faultOf(home: string, name: string): Promise<Omit<Problem, 'file'> | undefined> {
  const path = await realpath(join(home, name));
  const inside = relative(home, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    const mend = 'Put the file itself here.';
    return { line: 1, what: 'This is a link to a file outside the knowledge folder.', mend };
  }
  const found = await stat(path);
  if (!found.isFile()) {
    const what = `This is no regular file${found.isDirectory() ? ', but a folder' : ''}.`;
    return { line: 1, what, mend: 'Move it away, or give it another name.' };
  }
  return found.size > LARGEST_FILE ? TOO_LARGE : undefined;
}

const CHINESE_ENGLISH = new URL('./dictionary/cedict.txt', import.meta.url);
const ENGLISH_CHINESE = new URL('./dictionary/ecdict.txt', import.meta.url);

/** Reads the shipped dictionary; throws where the installation lacks one of its files. */
export async function loadDictionary(): Promise<Dictionary> {
  const [glosses, phraseBook] = await Promise.all([readFile(CHINESE_ENGLISH), readFile(ENGLISH_CHINESE)]);
  return parseDictionary(glosses, phraseBook);
}

export interface Watch {
  readonly onChange: () => void;
  /** Takes why the folder cannot be watched; SIGHUP is heard all the same. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds without another change: editors write a file in several steps, and people save several files. */
const REST_MS = 300;

/** The result ends it. */
export function watchKnowledge(folder: string, { onChange, onError }: Watch): () => Promise<void> {
  const home = resolve(folder);
  // Of other files in the folder some may be written all the time.
  const isOurs = (path: string) =>
    path === home || (dirname(path) === home && isKnowledgeName(basename(path)));
  // From the folder above, since a folder that is deleted and made anew is not watched any more.
  const above = dirname(home);
  const ignored = (path: string) => path !== above && path !== home && dirname(path) !== home;
  const watcher = watch(above, { depth: 1, ignoreInitial: true, ignored });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    if (!isOurs(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, REST_MS);
  });
  watcher.on('error', onError);
  process.on('SIGHUP', onChange);
  return async () => {
    clearTimeout(timer);
    process.off('SIGHUP', onChange);
    await watcher.close();
  };
}
