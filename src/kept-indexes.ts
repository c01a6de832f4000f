// Indexes kept beside the compiled main that made them: the next start reads their numbers in place of making them anew. Any
// may be deleted at any time; what is not whole, or was made from other texts or sources, is made again.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { IndexParts, KeptIndexes } from './search/index/index.ts';

/** What `launch.cjs` calls the folder of a compiled main: by its sources, so that another version looks elsewhere. */
const COMPILED = /-[0-9a-f]{64}$/;
const PREFIX = 'index-';
/** Bytes of the checksum that a file begins with. */
const CHECKSUM = 32;
/** Milliseconds after which one that no start has read is removed. */
const UNUSED = 30 * 24 * 3_600_000;

/** Those of the running main; undefined where the sources themselves run. */
export function ownIndexes(): KeptIndexes | undefined {
  return COMPILED.test(import.meta.dirname) ? keptIndexes(import.meta.dirname) : undefined;
}

/** In a folder that is there. What cannot be read or written is left. */
export function keptIndexes(folder: string): KeptIndexes {
  const placeOf = (madeFrom: unknown) => {
    // Node tells how the bytes are laid out.
    const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`);
    return join(folder, PREFIX + hash.update(JSON.stringify(madeFrom)).digest('hex'));
  };
  let isTidy = false;
  return {
    read: (madeFrom) => orNothing(() => readWhole(placeOf(madeFrom))),
    write: (madeFrom, parts) => {
      if (!isTidy) orNothing(() => removeUnused(folder));
      isTidy = true;
      orNothing(() => writeWhole(placeOf(madeFrom), parts));
    },
  };
}

/** A start needs none of this: whatever fails, the index is made. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function checksumOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function readWhole(path: string): IndexParts | undefined {
  const bytes = readFileSync(path);
  const content = bytes.subarray(CHECKSUM);
  if (!checksumOf(content).equals(bytes.subarray(0, CHECKSUM))) return undefined;
  const now = new Date();
  orNothing(() => utimesSync(path, now, now));
  return deserialize(content);
}

/** Aside and moved as a whole: another process sees all of it or nothing. */
function writeWhole(path: string, parts: IndexParts): void {
  const content = serialize(parts);
  const aside = `${path}.${randomUUID()}`;
  try {
    writeFileSync(aside, Buffer.concat([checksumOf(content), content]));
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

function removeUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(PREFIX) && Date.now() - statSync(path).mtimeMs > UNUSED)
      rmSync(path, { force: true });
  }
}
