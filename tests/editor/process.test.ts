import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const interview = (args: readonly string[], KNOWLEDGE_DIR = '') =>
  spawnSync('npm', ['run', '--silent', 'interview', '--', ...args], {
    encoding: 'utf8',
    env: { ...process.env, KNOWLEDGE_DIR },
  });

test('alone, or with --help, it says in one screen what each command does', () => {
  const { status, stdout } = interview([]);
  for (const name of ['check', 'ingest', 'prepare', 'try'])
    expect(stdout).toMatch(new RegExp(`^ +npm run interview -- ${name} `, 'm'));
  expect(stdout.split('\n').length).toBeLessThanOrEqual(25);
  expect(status).toBe(0);
  expect(interview(['--help'])).toMatchObject({ status, stdout });
});

test('a command that is not there is a wrong call', () => {
  const { status, stderr } = interview(['chekc']);
  expect(stderr).toContain('There is no command "chekc": it is one of check, ingest, prepare, try.');
  expect(status).toBe(2);
});

test('check reads the folder that KNOWLEDGE_DIR names, and rather the one of the command line', () => {
  expect(interview(['check'], 'tests/interviews').stdout).toMatch(
    /^tests\/interviews\/night-market-game\.md: 9/,
  );
  const beaten = interview(['check', '--brief', 'tests/interviews'], 'nowhere');
  expect(beaten).toMatchObject({ status: 0, stderr: '' });
  expect(interview(['check'], 'nowhere')).toMatchObject({ status: 1 });
});
