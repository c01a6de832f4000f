// The knowledge folder on disk -> interviews; the only reader of knowledge from disk.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import {
  isKnowledgeName,
  type Knowledge,
  type KnowledgeFile,
  LARGEST_FILE,
  readCollection,
  TOO_LARGE,
} from './knowledge/collection.ts';
import { FolderError } from './knowledge/folder-error.ts';
import type { Problem } from './knowledge/problem.ts';

/** Loads every file of the folder. Throws only a FolderError. */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  const { files, problems } = await readKnowledgeFiles(folder);
  const knowledge = readCollection(files);
  return { ...knowledge, problems: [...problems, ...knowledge.problems] };
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

/** A text that differs once any file of the folder does; the empty text where the folder cannot be read. */
export async function stampKnowledge(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const stamps = await Promise.all(names.map((name) => stampFile(folder, name)));
  return stamps.toSorted().join('\n');
}

/** A file may go between the listing and the look at it; that is a difference, too. */
function stampFile(folder: string, name: string): Promise<string> {
  return stat(join(folder, name)).then(
    ({ mtimeMs, size, ino }) => `${name} ${mtimeMs} ${size} ${ino}`,
    () => `${name} gone`,
  );
}
