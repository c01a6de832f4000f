// Indexes kept for the next start: the same replies from them, and none that is not whole.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from '../src/answer/ask.ts';
import { openLibrary } from '../src/answer/library.ts';
import { keptIndexes } from '../src/kept-indexes.ts';
import type { KeptIndexes } from '../src/search/index/index.ts';
import { known } from './loaded.ts';

const run = promisify(execFile);
const FOLDER = 'tests/interviews';
const { dictionary, invented: knowledge } = known;
const QUESTIONS = ['潮汐钟是怎么走的?', 'How does the river sensor work?', '海报', 'tide clcoks'];

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-kept-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a start with these indexes replies, and of how many interviews it found one. */
function startWith(indexes: KeptIndexes | undefined) {
  let found = 0;
  const read: KeptIndexes['read'] = (madeFrom) => {
    const known = indexes?.read(madeFrom);
    if (known) found += 1;
    return known;
  };
  const counted = indexes && { ...indexes, read };
  const library = openLibrary({ ...knowledge, dictionary, indexes: counted });
  return { found, replies: JSON.stringify(QUESTIONS.map((question) => ask(library, { question }))) };
}

const plain = startWith(undefined).replies;
const all = knowledge.interviews.length;

async function keptFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => join(folder, name));
}

describe('a start from indexes that an earlier one has kept', () => {
  it('finds one for each interview, and replies as if it had made them', async () => {
    const folder = await emptyFolder();
    expect(startWith(keptIndexes(folder))).toEqual({ found: 0, replies: plain });
    expect(startWith(keptIndexes(folder))).toEqual({ found: all, replies: plain });
  });

  it('makes what was deleted, cut off or changed by a byte, and keeps it anew', async () => {
    const folder = await emptyFolder();
    startWith(keptIndexes(folder));
    const [deleted = '', short = '', empty = '', changed = ''] = await keptFiles(folder);
    await rm(deleted);
    await truncate(short, 1_000);
    await truncate(empty, 0);
    const bytes = await readFile(changed);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(changed, bytes);
    expect(startWith(keptIndexes(folder))).toEqual({ found: all - 4, replies: plain });
    expect(startWith(keptIndexes(folder))).toEqual({ found: all, replies: plain });
  });

  it('makes them again where a text, a list or the lexicon is another', async () => {
    const indexes = keptIndexes(await emptyFolder());
    const { written, kept } = recording(indexes);
    openLibrary({ ...knowledge, indexes: kept });
    const [interview, ...others] = knowledge.interviews;
    if (!interview) throw new Error(`There is no interview in ${FOLDER}.`);
    const edited = { ...interview, sections: interview.sections.slice(1) };
    for (const source of [
      { ...knowledge, interviews: [edited, ...others], questions: [] },
      { ...knowledge, questions: [] },
      { ...knowledge, lexicons: [] },
    ]) {
      const before = written();
      openLibrary({ ...source, indexes: kept });
      expect(written()).toBeGreaterThan(before);
    }
  });

  it('starts where nothing can be read or written', async () => {
    const file = join(await emptyFolder(), 'file');
    await writeFile(file, '');
    expect(startWith(keptIndexes(file))).toEqual({ found: 0, replies: plain });
    expect(startWith(keptIndexes(join(file, 'folder')))).toEqual({ found: 0, replies: plain });
  });

  it('removes what no start has read for a month, and nothing else', async () => {
    const folder = await emptyFolder();
    startWith(keptIndexes(folder));
    const [old = '', ...fresh] = await keptFiles(folder);
    const other = join(folder, 'record.json');
    await writeFile(other, '{}');
    const before = new Date(Date.now() - 31 * 24 * 3_600_000);
    await Promise.all([old, other].map((path) => utimes(path, before, before)));
    keptIndexes(folder).write('another', {} as never);
    expect(await keptFiles(folder)).toEqual(expect.arrayContaining([...fresh, other]));
    expect(await keptFiles(folder)).not.toContain(old);
  });
});

it('two processes that keep the same index leave one that is whole', async () => {
  const folder = await emptyFolder();
  const module = JSON.stringify(pathToFileURL(resolve('src/kept-indexes.ts')).href);
  const work = `const { keptIndexes } = await import(${module});
    const indexes = keptIndexes(${JSON.stringify(folder)});
    const parts = { numbers: new Int32Array(100_000).fill(7) };
    for (let time = 0; time < 50; time += 1) {
      indexes.write('the same', parts);
      if (indexes.read('the same')?.numbers[99_999] !== 7) throw new Error('not whole');
    }`;
  const processes = [1, 2].map(() =>
    run(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', work]),
  );
  await Promise.all(processes);
  expect(await readdir(folder)).toHaveLength(1);
});

function recording(indexes: KeptIndexes) {
  let count = 0;
  const write: KeptIndexes['write'] = (madeFrom, parts) => {
    count += 1;
    indexes.write(madeFrom, parts);
  };
  return { written: () => count, kept: { ...indexes, write } };
}
