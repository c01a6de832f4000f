import { expect, test } from 'vitest';
import { runScript, start, startScript } from '../run-main.ts';

test('npm run ask answers a question and exits with 0', async () => {
  const { status, stdout } = await runScript('ask', ['金砖 峰会']);
  expect(stdout).toContain('在金砖国家峰会、上海合作组织峰会上,AI方面的合作也是焦点议题。');
  expect(status).toBe(0);
});

test('npm run ask reads the folder that KNOWLEDGE_DIR names, and a reader that leaves early is no error', async () => {
  const { child, out, err, prints, status } = startScript('ask', ['--json'], {
    environment: { KNOWLEDGE_DIR: 'tests/interviews' },
    input: 'Ysolde Marrack\n'.repeat(2000),
  });
  await prints('\n');
  child.stdout?.destroy();
  await status;
  expect(JSON.parse(out().split('\n')[0] ?? '')).toMatchObject({
    question: 'Ysolde Marrack',
    source: { interview: 'tide-clocks' },
  });
  expect(err()).not.toContain('EPIPE');
});

test.each([
  ['evaluate', ['--nope'], /^Unknown option '--nope'.*\nUsage: npm run evaluate -- /],
  ['benchmark', ['--nope'], /^Unknown option '--nope'.*\nUsage: npm run benchmark -- /],
  ['ablation', ['knowledge'], /^knowledge holds no file that ends in \.dev\.json\.\n/],
])(
  'npm run %s -- %j says what is wrong and how it is called, with status 2',
  async (script, args, expected) => {
    const { status, stderr } = await runScript(script, args);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  },
);

test('a Node that is too old gets one clear line and status 1', async () => {
  const old =
    "Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } }); require('./src/launch.cjs');";
  const { status, err } = start(process.execPath, ['-e', old]);
  expect(await status).toBe(1);
  expect(err()).toMatch(
    /^Verbatim needs Node\.js 20\.12 or newer; this is 18\.20\.0: see https:\/\/nodejs\.org\n$/,
  );
});
