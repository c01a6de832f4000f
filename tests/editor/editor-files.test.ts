import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runPrepare } from '../../src/editor/prepare/run.ts';
import { editorFiles } from '../../src/editor-files.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { CLOCKS } from './desk.ts';

/** `prepare clocks` on real files; a name in the arguments that begins with @ stands in the folder. */
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts/clocks.md'), CLOCKS);
  const run = async (...argv: readonly string[]) => {
    const said: string[] = [];
    const status = await runPrepare({
      argv: ['clocks', ...argv.map((own) => own.replace(/^@/, `${folder}/`))],
      print: (text) => said.push(text),
      complain: (text) => said.push(text),
      knowledge: join(folder, 'texts'),
      assistantKey: undefined,
      files: editorFiles,
      loadKnowledge,
      loadDictionary: async () => undefined,
      fetch,
      wait: async () => undefined,
    });
    return { status, said };
  };
  return { folder, run };
}

test.each(['@texts', '@linked', '@linked/sheet.md', '@texts/../linked'])(
  'a worksheet never comes among the interviews, by a link neither: %s',
  async (out) => {
    const { folder, run } = openFolder();
    // Of this kind Windows lets everybody make one.
    symlinkSync(join(folder, 'texts'), join(folder, 'linked'), 'junction');
    expect(await run('--out', out)).toMatchObject({ status: 1, said: [expect.stringContaining('--out')] });
    expect(readdirSync(join(folder, 'texts'))).toEqual(['clocks.md']);
  },
);

test.each([
  [['--from', '@picture.png'], 'no text in UTF-8'],
  [['--from', '@vast.md'], 'larger than 64 MiB'],
  [['--from', '@texts'], 'is no file'],
  [['--from', '@nothing.md'], 'is not there'],
  [['--out', '@nowhere/sheet.md'], 'is no folder'],
  // Nobody, root neither, may create a file there; other systems have no such folder.
  ...(process.platform === 'linux' ? [[['--out', '/proc/sheet.md'], 'cannot be written'] as const] : []),
] as const)('what cannot be read or written is told in a line: %s', async (argv, told) => {
  const { folder, run } = openFolder();
  writeFileSync(join(folder, 'picture.png'), new Uint8Array([0x89, 0x50, 0, 0xff]));
  writeFileSync(join(folder, 'vast.md'), '');
  truncateSync(join(folder, 'vast.md'), 65 * 1024 * 1024);
  expect(await run(...argv)).toEqual({ status: 1, said: [expect.stringContaining(told)] });
  expect(readdirSync(folder).toSorted()).toEqual(['picture.png', 'texts', 'vast.md']);
});

test('a worksheet stands where it was asked for, and nothing beside it', async () => {
  const { folder, run } = openFolder();
  expect(await run('--out', '@')).toMatchObject({ status: 0 });
  expect(await run('--out', '@mine.md')).toMatchObject({ status: 0 });
  expect(readdirSync(folder).toSorted()).toEqual(['clocks.worksheet.md', 'mine.md', 'texts']);
});
