// The knowledge folder on disk -> interviews, with the dictionary; the only reader of knowledge from disk.
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Knowledge, type KnowledgeFile, LARGEST_FILE, readCollection } from './knowledge/collection.ts';
import { FolderError } from './knowledge/folder-error.ts';
import type { Problem } from './knowledge/problem.ts';
import { loadDictionary } from './load-dictionary.ts';
import type { Dictionary } from './search/dictionary.ts';

export interface LoadedKnowledge extends Knowledge {
  readonly dictionary: Dictionary;
}

/** Loads every file of the folder. Throws a FolderError, or an error that names the dictionary's file. */
export async function loadKnowledge(folder: string): Promise<LoadedKnowledge> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new FolderError(folder, cause);
  });
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  const problems: Problem[] = [];
  const files = await Promise.all(names.map((name) => readHead(folder, name, problems)));
  const knowledge = readCollection(files.flat());
  const dictionary = await loadDictionary();
  return { ...knowledge, dictionary, problems: [...problems, ...knowledge.problems] };
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
    const what = `The file cannot be read (${error instanceof Error ? error.message : String(error)}).`;
    problems.push({ file: name, line: 1, what, mend: 'Allow the bot to read it, or move it away.' });
    return [];
  }
}
