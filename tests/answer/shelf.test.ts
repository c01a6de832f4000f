import { expect, test } from 'vitest';
import { type LoadedFolder, openShelf } from '../../src/answer/shelf.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { FolderError } from '../../src/knowledge/problem.ts';
import { GOOD } from '../knowledge/files.ts';

function folderOf(text: string): LoadedFolder {
  const bytes = new TextEncoder().encode(text);
  return { ...readCollection([{ name: 'good.md', bytes }]), version: text };
}

const SPOILED = GOOD.replace('## Q:', '## Question:');

/** A shelf over a folder whose contents the test changes; the clock counts the readings. */
async function open(first: LoadedFolder) {
  const folder: { now: LoadedFolder | undefined } = { now: first };
  let time = 0;
  const load = async () => {
    time += 1;
    if (!folder.now) throw new FolderError('knowledge', new Error('gone'));
    return folder.now;
  };
  const opened = await openShelf({ load, now: () => time });
  if (!opened.ok) throw new Error('the first content was refused');
  const { shelf } = opened;
  const told: string[] = [];
  shelf.onChange(() => told.push(`${shelf.version === folder.now?.version} ${shelf.problems.length > 0}`));
  const look = (contents: LoadedFolder | undefined) => {
    folder.now = contents;
    return shelf.look();
  };
  return { shelf, told, look };
}

test('what is right takes over, and tells its version and since when', async () => {
  const { shelf, told, look } = await open(folderOf(GOOD));
  const before = shelf.library;
  expect(shelf).toMatchObject({ version: GOOD, since: 1 });
  const changed = `${GOOD}\n\nOne more paragraph.\n`;
  await look(folderOf(changed));
  expect(shelf.library).not.toBe(before);
  expect(shelf).toMatchObject({ version: changed, since: 2 });
  expect(told).toEqual(['true false']);
});

test('the same content again changes nothing and is told to nobody', async () => {
  const { shelf, told, look } = await open(folderOf(GOOD));
  const before = shelf.library;
  await look(folderOf(GOOD));
  expect(shelf.library).toBe(before);
  expect(told).toEqual([]);
});

test.each([
  ['a mistake', folderOf(SPOILED)],
  ['an empty folder', { ...folderOf(GOOD), interviews: [], version: 'empty' }],
  ['a folder that is gone', undefined],
])('over %s the last good set stays, and the problem is told once', async (_, wrong) => {
  const { shelf, told, look } = await open(folderOf(GOOD));
  const before = shelf.library;
  await look(wrong);
  await look(wrong);
  expect(shelf.library).toBe(before);
  expect(shelf).toMatchObject({ version: GOOD, since: 1 });
  expect(shelf.problems.length).toBeGreaterThan(0);
  expect(told).toEqual(['false true']);
  await look(folderOf(GOOD));
  expect(shelf.problems).toEqual([]);
});

test('nothing opens where no interview can be read', async () => {
  const opened = await openShelf({ load: async () => folderOf(SPOILED), now: () => 0 });
  expect(opened).toMatchObject({ ok: false, problems: [{ file: 'good.md' }] });
});
