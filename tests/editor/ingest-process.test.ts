import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runScript } from '../run-main.ts';
import { docx } from './ingest/bytes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SOURCE =
  'Salt and Wire\nBy Ona Pell\n3 May 2025\nQ: Why the sea?\nA: It was there.\nQ: And now?\nA: It still is.\n';
const GIVEN = ['--set', 'publication=Lamp', '--set', 'name=Mara Voss'];

function run(args: readonly string[], input = '') {
  return runScript('interview', args, { input });
}

test('npm run interview -- ingest writes a file whole, and leaves one that is there alone', async () => {
  const [source, out] = [join(folder, 'mara.txt'), join(folder, 'mara.md')];
  writeFileSync(source, SOURCE);
  expect(await run(['ingest', source, '--out', out, ...GIVEN])).toMatchObject({ status: 0 });
  const written = readFileSync(out, 'utf8');
  expect(written).toContain('## Q: Why the sea?\n\nIt was there.\n');
  const again = await run(['ingest', '-', '--out', out], 'Q: Why?\nA: No.\nQ: Yes?\nA: No.\n');
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('it was left alone') });
  expect(readFileSync(out, 'utf8')).toBe(written);
  expect(readdirSync(folder).toSorted()).toEqual(['mara.md', 'mara.txt']);
});

test('where the folder cannot be written, nothing is left behind', async () => {
  const out = join(folder, 'none', 'mara.md');
  expect(await run(['ingest', '-', '--out', out, ...GIVEN], SOURCE)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no such folder.'),
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('npm run interview -- ingest prints the interview alone on standard output', async () => {
  const { stdout, status } = await run(['ingest', '-', ...GIVEN], SOURCE);
  expect(stdout.startsWith('---\ntitle: Salt and Wire\n')).toBe(true);
  expect(status).toBe(0);
});

// The command is compiled before it runs, which changes how it finds its packages: each kind of source needs others.
const TURNS = ['Q: Why the sea?', 'A: It was there.', 'Q: And now?', 'A: It still is.'];
test.each([
  ['page.html', `<html><body>${TURNS.map((turn) => `<p>${turn}</p>`).join('')}</body></html>`],
  ['document.docx', docx(TURNS.map((text) => [{ text }]))],
  ['talk.md', TURNS.map((turn) => `**${turn.slice(0, 2)}**${turn.slice(2)}`).join('\n\n')],
  [
    'talk.vtt',
    `WEBVTT\n\n${TURNS.map((turn, at) => `00:0${at}.000 --> 00:0${at}.900\n${turn}\n`).join('\n')}`,
  ],
])('npm run interview -- ingest reads %s', async (name, content) => {
  const source = join(folder, name);
  writeFileSync(source, content);
  const { stdout, stderr } = await run(['ingest', source]);
  expect(stderr).toContain('2 exchanges');
  expect(stdout).toContain('## Q: Why the sea?\n\nIt was there.\n\n## Q: And now?\n\nIt still is.\n');
});

test('a folder as a source is named', async () => {
  expect(await run(['ingest', folder])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('It is a folder.'),
  });
});
