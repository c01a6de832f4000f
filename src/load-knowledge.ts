// The knowledge folder on disk -> interviews; the only reader of knowledge from disk.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Knowledge, type KnowledgeFile, LARGEST_FILE, readCollection } from './knowledge/collection.ts';
import { FolderError } from './knowledge/folder-error.ts';
import type { Problem } from './knowledge/problem.ts';

/** Loads every file of the folder. Throws only a FolderError. */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FolderError(folder, cause);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const problems: Problem[] = [];
  const files = await Promise.all(names.map((name) => readHead(folder, name, problems)));
  const knowledge = readCollection(files.flat());
  return { ...knowledge, problems: [...problems, ...knowledge.problems] };
}

/** One byte more than is allowed is enough to refuse a file of any size. */
async function readHead(
  folder: string,
  name: string,
  problems: Problem[],
): Promise<readonly KnowledgeFile[]> {
  try {
    return [{ name, bytes: await buffer(createReadStream(join(folder, name), { end: LARGEST_FILE })) }];
  } catch (error) {
    // The message would tell where the folder lies on this machine; the code alone says what is wrong.
    const why = error instanceof Error && 'code' in error ? error.code : error;
    const what = `The file cannot be read (${why}).`;
    problems.push({ file: name, line: 1, what, mend: 'Allow the bot to read it, or move it away.' });
    return [];
  }
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
