import { expect, test } from 'vitest';
import { runScript, startScript, whereSignalsArrive } from '../run-main.ts';

/** Without a token, whatever `.env` says of others. */
const environment = { DISCORD_TOKEN: '', KNOWLEDGE_DIR: '' };

whereSignalsArrive(
  'npm start without a token prints the page’s address first, and ends well on SIGTERM',
  async () => {
    const { child, out, err, prints, status } = startScript('start', ['--port', '0'], { environment });
    await prints('npm run ask');
    const [address = '', blank] = out().split('\n');

    const response = await fetch(address);
    child.kill('SIGTERM');

    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    expect(blank).toBe('');
    expect(await response.text()).toContain('Verbatim playground');
    expect(out()).toMatch(/simulated Discord[\s\S]+npm start[\s\S]+npm run ask/u);
    expect(await status).toBe(0);
    expect(err()).toBe('');
  },
);

test('--knowledge names the folder of interviews in place of KNOWLEDGE_DIR', async () => {
  const argv = ['--knowledge', 'tests/doctor'];
  const { status, stderr } = await runScript('playground', argv, { environment });
  expect(status).toBe(1);
  expect(stderr).toContain('There is no interview in the knowledge folder.');
});

test('npm start without a token refuses an option as npm run playground does, as its script compiles it, with status 2', async () => {
  const { status, stderr } = await runScript('start', ['--help-me'], { environment });
  expect(stderr).toContain('Usage: npm run playground');
  expect(status).toBe(2);
});
