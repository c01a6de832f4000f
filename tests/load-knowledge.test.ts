import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formatProblem } from '../src/knowledge/problem.ts';
import { loadKnowledge } from '../src/load-knowledge.ts';
import { GOOD } from './knowledge/files.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'good.md'), GOOD);
  return folder;
}

async function load(folder: string) {
  const { interviews, problems } = await loadKnowledge(folder);
  return { ids: interviews.map(({ id }) => id), problems: problems.map(formatProblem) };
}

// Windows has no named pipes, and makes links only for administrators.
const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('a pipe in the folder is named and never opened', async () => {
  const folder = makeFolder();
  spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.md')]);
  expect(await load(folder)).toEqual({
    ids: ['good'],
    problems: ['pipe.md:1: This is no regular file. Move it away, or give it another name.'],
  });
});

onUnix('a link that leads out of the folder is named and not followed', async () => {
  const folder = makeFolder();
  symlinkSync('/dev/zero', join(folder, 'endless.md'));
  symlinkSync(join(makeFolder(), 'good.md'), join(folder, 'foreign.md'));
  const what = 'This is a link to a file outside the knowledge folder. Put the file itself here.';
  expect(await load(folder)).toEqual({
    ids: ['good'],
    problems: [`endless.md:1: ${what}`, `foreign.md:1: ${what}`],
  });
});

onUnix(
  'a link within the folder is read, also through a hidden folder as a mounted volume has them',
  async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '..data'));
    writeFileSync(join(folder, '..data', 'linked.md'), GOOD);
    symlinkSync(join('..data', 'linked.md'), join(folder, 'linked.md'));
    expect(await load(folder)).toEqual({ ids: ['good', 'linked'], problems: [] });
  },
);

onUnix('a link to nothing, a folder with a file’s name: each is named', async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'folder.md'));
  symlinkSync('gone', join(folder, 'gone.md'));
  expect(await load(folder)).toEqual({
    ids: ['good'],
    problems: [
      'folder.md:1: This is no regular file, but a folder. Move it away, or give it another name.',
      'gone.md:1: The file cannot be read (ENOENT). Allow the bot to read it, or move it away.',
    ],
  });
});

test('other files of the folder are not opened', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'picture.png'), 'x');
  mkdirSync(join(folder, 'drafts'));
  expect(await load(folder)).toEqual({ ids: ['good'], problems: [] });
});
