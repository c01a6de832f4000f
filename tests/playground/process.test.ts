import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';

interface Program {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when standard output holds the text. */
  readonly prints: (text: string) => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** A main of ours with standard input closed, and without a token. */
function run(main: string, ...args: readonly string[]): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/${main}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DISCORD_TOKEN: '', KNOWLEDGE_DIR: '' },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed.err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const prints = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => printed.out.includes(text) && resolve();
      child.stdout?.on('data', check);
      check();
      void ended.then(() => reject(new Error(`ended without printing ${text}: ${printed.err}`)));
    });
  return { child, out: () => printed.out, err: () => printed.err, prints, ended };
}

test('npm start without a token prints the page’s address first, and ends well on SIGTERM', async () => {
  const { child, out, err, prints, ended } = run('bot.ts', '--port', '0');
  await prints('npm run ask');
  const [address = '', blank] = out().split('\n');

  const response = await fetch(address);
  child.kill('SIGTERM');

  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
  expect(blank).toBe('');
  expect(await response.text()).toContain('Verbatim playground');
  expect(out()).toMatch(/simulated Discord[\s\S]+npm start[\s\S]+npm run ask/u);
  expect(await ended).toBe(0);
  expect(err()).toBe('');
});

test('--knowledge names the folder of interviews in place of KNOWLEDGE_DIR', async () => {
  const { err, ended } = run('playground.ts', '--knowledge', 'tests/doctor');
  expect(await ended).toBe(1);
  expect(err()).toContain('There is no interview in the knowledge folder.');
});

test('npm run playground refuses an option that it does not know, with status 2', async () => {
  const { err, ended } = run('playground.ts', '--help-me');
  expect(await ended).toBe(2);
  expect(err()).toContain('Usage: npm run playground');
});

test('npm start without a token is the playground, as its script compiles it', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/launch.cjs', 'src/bot.ts', '--help-me'], {
    encoding: 'utf8',
    env: { ...process.env, DISCORD_TOKEN: '' },
  });
  expect(stderr).toContain('Usage: npm run playground');
  expect(status).toBe(2);
});
