import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** A main as its script starts it, without npm, which takes a while to start. */
const run = (main: string, args: readonly string[]) =>
  spawnSync(process.execPath, ['src/launch.cjs', main, ...args], { encoding: 'utf8' });

test('npm run ask answers a question and exits with 0', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'ask', '--', '金砖 峰会'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(stdout).toContain('在金砖国家峰会、上海合作组织峰会上,AI方面的合作也是焦点议题。');
  expect(status).toBe(0);
});

test('npm run ask reads the folder that KNOWLEDGE_DIR names, and a reader that leaves early is no error', () => {
  const command = 'yes Ysolde Marrack | head -n 2000 | npm run --silent ask -- --json | head -n 1';
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, KNOWLEDGE_DIR: 'tests/interviews' },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    question: 'Ysolde Marrack',
    source: { interview: 'tide-clocks' },
  });
  expect(stderr).not.toContain('EPIPE');
});

test.each([
  ['src/evaluate.ts', ['--nope'], /^Unknown option '--nope'.*\nUsage: npm run evaluate -- /],
  ['tests/benchmark/benchmark.ts', ['--nope'], /^Unknown option '--nope'.*\nUsage: npm run benchmark -- /],
  ['src/ablation.ts', [], /^Name the folder of the judged collections\.\nUsage: npm run ablation -- /],
  ['src/ablation.ts', ['knowledge'], /^knowledge holds no file that ends in \.dev\.json\.\n/],
])('%s %j says what is wrong and how it is called, with status 2', (main, args, expected) => {
  const { status, stderr } = run(main, args);
  expect(stderr).toMatch(expected);
  expect(status).toBe(2);
});

test('a Node that is too old gets one clear line and status 1', () => {
  const old =
    "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } }); require('./src/launch.cjs');";
  const { status, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' });
  expect(stderr).toMatch(
    /^Verbatim needs Node\.js 20\.12 or newer; this is 18\.20\.0: see https:\/\/nodejs\.org\n$/,
  );
  expect(status).toBe(1);
});
