// Files that an editor's tool may change, on disk: each is replaced whole, so that a crash leaves the old or the new one.
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Files } from './unanswered/close-gap.ts';

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
