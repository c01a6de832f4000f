import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { INTERVIEW, logLine } from './project.ts';

async function run(cwd: string, argv: readonly string[], log?: string) {
  const program = ['--import', import.meta.resolve('tsx'), resolve('src/unanswered.ts'), ...argv];
  const environment = log === undefined ? {} : { UNANSWERED_LOG: log };
  const child = spawn(process.execPath, program, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [status] = await once(child, 'close');
  return { status, output };
}

test('npm run unanswered closes a gap on disk', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unanswered-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'knowledge'));
  mkdirSync(join(folder, 'tests/evaluation'), { recursive: true });
  const file = join(folder, 'knowledge/clocks.md');
  writeFileSync(file, INTERVIEW);
  chmodSync(file, 0o664);
  expect(await run(folder, [])).toMatchObject({
    status: 1,
    output: expect.stringContaining('UNANSWERED_LOG is not set'),
  });
  const question = 'Ought brass to be polished at all?';
  expect(await run(folder, [], 'questions.log')).toMatchObject({
    status: 1,
    output: expect.stringContaining('There is no questions.log'),
  });
  writeFileSync(join(folder, 'questions.log'), `${JSON.stringify(logLine(question))}\n`);
  const applied = await run(folder, ['--apply', '1:1'], 'questions.log');
  expect(applied).toMatchObject({ status: 0, output: expect.stringContaining('knowledge/clocks.md:11') });
  expect(readFileSync(file, 'utf8')).toContain(`\n- asked as: ${question}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o664);
  expect(readdirSync(join(folder, 'knowledge'))).toEqual(['clocks.md']);
  expect(readdirSync(join(folder, 'tests/evaluation'))).toEqual(['clocks.unanswered.jsonl']);
  expect(await run(folder, [], 'questions.log')).toMatchObject({
    status: 0,
    output: expect.stringContaining('No question is open.'),
  });
});
