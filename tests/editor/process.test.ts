import { expect, test } from 'vitest';
import { runScript } from '../run-main.ts';

function interview(args: readonly string[], KNOWLEDGE_DIR = '') {
  return runScript('interview', args, { environment: { KNOWLEDGE_DIR } });
}

test('alone, or with --help, it says in one screen what each command does', async () => {
  const { status, stdout } = await interview([]);
  for (const name of ['check', 'ingest', 'prepare', 'try'])
    expect(stdout).toMatch(new RegExp(`^ +npm run interview -- ${name} `, 'm'));
  expect(stdout.split('\n').length).toBeLessThanOrEqual(25);
  expect(status).toBe(0);
  expect(await interview(['--help'])).toMatchObject({ status, stdout });
});

test('a command that is not there is a wrong call', async () => {
  const { status, stderr } = await interview(['chekc']);
  expect(stderr).toContain('There is no command "chekc": it is one of check, ingest, prepare, try.');
  expect(status).toBe(2);
});

test('check reads the folder that KNOWLEDGE_DIR names, and rather the one of the command line', async () => {
  const { stdout } = await interview(['check'], 'tests/interviews');
  expect(stdout).toMatch(/^tests\/interviews\/night-market-game\.md: 9/);
  const beaten = await interview(['check', '--brief', 'tests/interviews'], 'nowhere');
  expect(beaten).toMatchObject({ status: 0, stderr: '' });
  expect(await interview(['check'], 'nowhere')).toMatchObject({ status: 1 });
});
