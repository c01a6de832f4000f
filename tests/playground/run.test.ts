import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { dictionary } from '../loaded.ts';

/** The program, told to stop when it has printed its address. */
async function run(...argv: readonly string[]) {
  const stop = new AbortController();
  const printed = { out: '', err: '' };
  const out = (text: string) => {
    printed.out += text;
    stop.abort();
  };
  const err = (text: string) => {
    printed.err += text;
  };
  const opened: string[] = [];
  const status = await runPlayground({
    argv,
    write: { out, err },
    knowledge: (folder = 'knowledge') => ({
      load: async () => ({ ...(await loadKnowledge(folder)), dictionary }),
      watch: () => async () => undefined,
    }),
    version: '1.2.3',
    now: Date.now,
    stop: stop.signal,
    openPage: (address) => opened.push(address),
  });
  return { status, opened, ...printed };
}

test('a taken port means the next free one, said plainly', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void occupant.close());
  const { port } = occupant.address() as AddressInfo;
  const { status, out } = await run('--port', String(port));
  expect(status).toBe(0);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n/u);
  expect(out).not.toContain(`127.0.0.1:${port}/`);
  expect(out).toContain(`Port ${port} is taken, so this is port `);
});

test.each([
  ['--port nine', '--port takes a number'],
  ['--expose-to-network 0.0.0.0', 'takes the one address of this machine'],
  ['--help-me', 'Usage: npm run playground'],
])('%s is refused with what to do instead', async (options, advice) => {
  const { status, err } = await run(...options.split(' '));
  expect(status).toBe(2);
  expect(err).toContain(advice);
});

test('the page is opened where there is a desktop, unless it is told not to', async () => {
  const { opened, out } = await run();
  expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/)]);
  expect(out).toContain(opened[0]);
  expect(await run('--no-open')).toMatchObject({ status: 0, opened: [] });
});
