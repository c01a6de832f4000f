import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runScript } from '../run-main.ts';
import { answers, refuses, serve } from './assistant-server.ts';
import { CLOCKS } from './desk.ts';

const KEY = 'FAKE-key-for-tests-only';

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interview-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'texts'));
  writeFileSync(join(folder, 'texts/clocks.md'), CLOCKS);
  return folder;
}

function run(cwd: string, argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return runScript('interview', argv, { cwd, environment: { KNOWLEDGE_DIR: 'texts', ...environment } });
}

describe('npm run interview -- prepare and try', { timeout: 60_000 }, () => {
  test('from a worksheet to lists to figures, in the folder that KNOWLEDGE_DIR names', async () => {
    const cwd = openFolder();
    expect(await run(cwd, ['prepare', 'clocks'])).toMatchObject({ status: 0 });
    const sheet = readFileSync(join(cwd, 'clocks.worksheet.md'), 'utf8');
    writeFileSync(
      join(cwd, 'clocks.worksheet.md'),
      sheet.replace(/(> I dry them.*\n= \n- )/, '$1how long to dry'),
    );
    const taken = await run(cwd, ['prepare', 'clocks', '--from', 'clocks.worksheet.md', '--by-hand']);
    expect(taken).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'texts/clocks.questions.txt'), 'utf8')).toContain('how long to dry');
    expect(readdirSync(join(cwd, 'texts')).toSorted()).toEqual(['clocks.md', 'clocks.questions.txt']);
    const tried = await run(cwd, ['try', 'clocks']);
    expect(tried).toMatchObject({ status: 0, output: expect.stringContaining('listed, with both') });
  });

  test('an assistant is asked with the key from the environment, which is printed nowhere', async () => {
    const cwd = openFolder();
    const ask = (url: string) =>
      run(cwd, ['prepare', 'clocks', '--ask', url, '--model', 'tiny'], { VERBATIM_ASSISTANT_KEY: KEY });
    const server = await serve(answers, refuses(401, { message: KEY }));
    const refused = await ask(server.url);
    expect(refused).toMatchObject({
      status: 1,
      output: expect.stringContaining('Correct VERBATIM_ASSISTANT_KEY'),
    });
    expect(server.received[0]?.authorization).toBe(`Bearer ${KEY}`);
    expect(refused.output).not.toContain(KEY);
    expect(readFileSync(join(cwd, 'clocks.answers.md'), 'utf8')).toContain('wording of introduction');
  });
});
