import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkHealth, checkNames } from '../../src/doctor/check-host.ts';
import { diagnose, openDiscord, register } from './patient.ts';

async function listening(server: ReturnType<typeof createTcpServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** A Discord whose REST answers come through another door, which may change what `/gateway/bot` says. */
async function throughProxy(change: Readonly<Record<string, unknown>>) {
  const discord = await openDiscord();
  discord.guild('Club');
  await register(discord);
  const door = createServer(async (request, response) => {
    const headers = { authorization: request.headers.authorization ?? '' };
    const answer = await fetch(`${new URL(discord.api).origin}${request.url}`, { headers });
    const body = (await answer.json()) as object;
    const isGateway = request.url?.endsWith('/gateway/bot');
    response.writeHead(answer.status, { 'content-type': 'application/json', date: new Date().toUTCString() });
    response.end(JSON.stringify(isGateway ? { ...body, ...change } : body));
  });
  return { api: `http://127.0.0.1:${await listening(door)}/api` };
}

test('a gateway that cannot be reached is a problem of its own, and behind a proxy its cause is said', async () => {
  const door = await throughProxy({ url: `ws://127.0.0.1:${await closedPort()}/` });
  const plain = await diagnose(door);
  expect(plain.problems.map(({ what }) => what)).toEqual([
    'Gateway: 127.0.0.1 cannot be reached (ECONNREFUSED), though Discord’s REST interface can.',
  ]);
  const proxied = await diagnose(door, { settings: { usesProxy: true } });
  expect(proxied.problems[0]?.what).toContain('the proxy carries Discord’s REST interface alone');
});

test('a gateway that closes without a word is told', async () => {
  const door = createTcpServer((socket) => socket.destroy());
  const { problems } = await diagnose(
    await throughProxy({ url: `ws://127.0.0.1:${await listening(door)}/` }),
  );
  expect(problems[0]?.what).toMatch(/^Gateway: 127\.0\.0\.1 cannot be reached/);
});

test('a day without a login left is told with the time until there are more', async () => {
  const spent = { total: 1000, remaining: 0, reset_after: 30 * 60_000, max_concurrency: 1 };
  const { problems } = await diagnose(await throughProxy({ session_start_limit: spent }));
  expect(problems.map(({ what }) => what)).toEqual(['Gateway: 0 of 1000 logins are left today.']);
  expect(problems[0]?.mend).toContain('30 minutes');
});

const VARIABLES = ['DISCORD_TOKEN', 'HEALTH_PORT', 'ASK_CHANNELS', 'LOG_LEVEL'];

test.each([
  ['DISCORD_TOKE', 'DISCORD_TOKEN'],
  ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['ASK_CHANNEL', 'ASK_CHANNELS'],
  ['HEALTH-PORT', 'HEALTH_PORT'],
  ['LOGLEVEL', 'LOG_LEVEL'],
])('the name %s is taken for a slip of %s, and its value is not told', (name, meant) => {
  const findings = checkNames({ [name]: 'SECRET' }, VARIABLES);
  expect(findings).toMatchObject([{ status: 'problem', mend: expect.stringContaining(meant) }]);
  expect(JSON.stringify(findings)).not.toContain('SECRET');
});

test('names of other programs are nobody’s slip, and one beside the right name is only noted', () => {
  const others = { PATH: '', HOME: '', TOKEN: 'x', npm_config_loglevel: 'x', PORT: '80', HTTPS_PROXY: 'x' };
  expect(checkNames(others, VARIABLES)).toEqual([]);
  const both = { DISCORD_TOKEN: 'x', DISCORD_TOKEN_OLD: 'y' };
  expect(checkNames(both, VARIABLES)).toMatchObject([{ status: 'note' }]);
});

test('the address for health is free, answered by the bot, taken by another, or none of this machine', async () => {
  const host = '127.0.0.1';
  const free = await checkHealth({ host, port: await closedPort() });
  expect(free).toMatchObject([{ status: 'ok', what: expect.stringContaining('can listen') }]);
  const bot = createServer((request, response) => response.end(request.url === '/livez' ? 'alive\n' : ''));
  const answered = await checkHealth({ host, port: await listening(bot) });
  expect(answered).toMatchObject([{ status: 'ok', what: expect.stringContaining('answers') }]);
  const other = await listening(createServer((_, response) => response.end('something else')));
  expect(await checkHealth({ host, port: other })).toMatchObject([
    { status: 'problem', what: expect.stringContaining('EADDRINUSE') },
  ]);
  // An address that documentation alone uses.
  expect(await checkHealth({ host: '192.0.2.1', port: 9464 })).toMatchObject([
    { status: 'problem', what: expect.stringContaining('EADDRNOTAVAIL') },
  ]);
  expect(await checkHealth({ host: '0.0.0.0', port: await closedPort() })).toMatchObject([
    { status: 'ok' },
    { status: 'note', what: expect.stringContaining('whoever reaches') },
  ]);
});
