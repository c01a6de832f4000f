import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { commandsFor } from '../../src/discord/connection/commands.ts';
import type { SimulatedDiscord, SimulationOptions } from '../../src/simulator/discord.ts';
import { type Changes, diagnose, FAKE_TOKEN, openDiscord, register } from './patient.ts';

/** A Discord on which nothing is wrong, with one server. */
async function healthyDiscord(options: SimulationOptions = {}): Promise<SimulatedDiscord> {
  const discord = await openDiscord(options);
  discord.guild('Club');
  await register(discord);
  return discord;
}

test('a sound installation gets status 0, ok on every line, and the least-permission invite link', async () => {
  const discord = await healthyDiscord();
  const { text, status, problems, notes } = await diagnose(discord);
  expect({ status, problems, notes }).toEqual({ status: 0, problems: [], notes: [] });
  expect(text.match(/^ok {2,}/gm)).toHaveLength(11);
  const link = new URL(/https:\/\/discord\.com\/oauth2\S+/.exec(text)?.[0] ?? '');
  expect(link.searchParams.get('client_id')).toBe(discord.bot.id);
  expect(BigInt(link.searchParams.get('permissions') ?? 0) & 0b1000n).toBe(0n);
  discord.assertNoViolations();
});

test('a person without a token is told, step by step, how to get one, and nothing is asked of Discord', async () => {
  const discord = await healthyDiscord();
  const before = discord.log.entries().length;
  const { text, status, problems } = await diagnose(discord, { settings: { token: undefined } });
  expect(status).toBe(1);
  expect(problems).toHaveLength(1);
  for (const step of ['discord.com/developers/applications', 'New Application', 'Reset Token', '.env'])
    expect(text).toContain(step);
  expect(discord.log.entries()).toHaveLength(before);
});

describe('one thing wrong makes one problem, status 1, and says what to do:', () => {
  interface Row {
    readonly fault: string;
    readonly options?: SimulationOptions;
    readonly changes?: Changes;
    readonly break?: (discord: SimulatedDiscord) => void | Promise<void>;
    readonly what: RegExp;
    readonly mend: RegExp;
  }
  const rows: readonly Row[] = [
    {
      fault: 'a wrong token',
      changes: { settings: { token: 'ANOTHER.FAKE.token' } },
      what: /Token: Discord refused it/,
      mend: /page Bot, press "Reset Token"/,
    },
    {
      fault: 'a token that was reset',
      break: ({ faults }) => faults.revokeToken(),
      what: /Token: Discord refused it/,
      mend: /Reset Token/,
    },
    {
      fault: 'the public key in place of the token',
      changes: { settings: { token: 'ab'.repeat(32) } },
      what: /public key/,
      mend: /Reset Token/,
    },
    {
      fault: 'the client secret in place of the token',
      changes: { settings: { token: 'FAKE-client-secret_0123456789abc' } },
      what: /client secret/,
      mend: /Reset Token/,
    },
    {
      fault: 'ask channels without the Message Content intent',
      changes: { settings: { asksForContent: true } },
      what: /Message Content intent: switched off/,
      mend: /Privileged Gateway Intents: switch on "Message Content Intent"/,
    },
    {
      fault: 'no installation to accounts',
      options: { application: { integration_types_config: { '0': {} } } },
      what: /"User Install" is switched off/,
      mend: /page Installation/,
    },
    {
      fault: 'a code grant',
      options: { application: { bot_require_code_grant: true } },
      what: /Invite link: it will fail/,
      mend: /Requires OAuth2 Code Grant/,
    },
    {
      fault: 'an endpoint that takes the commands away',
      options: { application: { interactions_endpoint_url: 'https://example.org/interactions' } },
      what: /Interactions Endpoint URL and not to this bot/,
      mend: /page General Information/,
    },
    {
      fault: 'no registered commands',
      break: (discord) => register(discord, []),
      what: /Commands: none is registered/,
      mend: /npm start/,
    },
    {
      fault: 'commands of another version',
      break: (discord) => register(discord, commandsFor(2)),
      what: /differ from this version/,
      mend: /Restart/,
    },
    {
      fault: 'a clock 90 seconds ahead',
      changes: { now: () => Date.now() + 90_000 },
      what: /Clock: (?:89|90|91) s ahead/,
      mend: /timedatectl/,
    },
    {
      fault: 'a clock an hour behind',
      changes: { now: () => Date.now() - 3_600_000 },
      what: /Clock: 3[56]\d\d s behind/,
      mend: /timedatectl/,
    },
    {
      fault: 'an old Node.js',
      changes: { node: { running: '20.11.1', oldest: '20.12' } },
      what: /Node\.js 20\.11\.1 is too old/,
      mend: /20\.12 or newer/,
    },
    {
      fault: '.env open to others',
      changes: { envFile: { state: 'readable', mode: 0o640 } },
      what: /other users/,
      mend: /chmod 600 \.env/,
    },
    {
      fault: '.env unreadable',
      changes: { envFile: { state: 'unreadable', reason: 'EACCES' } },
      what: /cannot be read \(EACCES\)/,
      mend: /chown/,
    },
    {
      fault: 'a broken knowledge file',
      break: (discord) => register(discord),
      changes: { settings: { knowledge: 'tests/interviews/with-broken' } },
      what: /with-broken\/broken\.md:1: There is no front matter/,
      mend: /Start the file with a line `---`/,
    },
    {
      fault: 'a knowledge folder that is gone',
      changes: { settings: { knowledge: 'nowhere' } },
      what: /The knowledge folder nowhere cannot be read/,
      mend: /user may read it/,
    },
    {
      fault: 'settings that cannot be read',
      changes: { settings: { faults: ['LOG_LEVEL is "loud". Write one of fatal, error.'] } },
      what: /LOG_LEVEL is "loud"/,
      mend: /\.env/,
    },
    {
      fault: 'Discord out of reach',
      changes: { settings: { apiUrl: 'http://127.0.0.1:1/api' } },
      what: /cannot be reached at http:\/\/127\.0\.0\.1:1\/api/,
      mend: /DISCORD_API_URL/,
    },
    {
      fault: 'trouble at Discord',
      break: ({ faults }) =>
        faults.on('get_my_application', { kind: 'server-error', status: 503, stored: false }),
      what: /status 503/,
      mend: /discordstatus/,
    },
    {
      fault: 'too many requests',
      break: ({ faults }) => faults.on('list_my_guilds', { kind: 'rate-limited', seconds: 60 }),
      what: /429/,
      mend: /Wait a few minutes/,
    },
    {
      fault: 'a connection that breaks',
      break: ({ faults }) => faults.on('list_application_commands', { kind: 'cut', stored: false }),
      what: /cannot be reached/,
      mend: /online/,
    },
  ];

  it.each(rows)('$fault', async ({ options, changes, break: breakIt, what, mend }) => {
    const discord = await healthyDiscord(options);
    await breakIt?.(discord);
    const { text, status, problems } = await diagnose(discord, changes);
    expect(problems.map((problem) => problem.what)).toEqual([expect.stringMatching(what)]);
    expect(problems[0]?.mend).toMatch(mend);
    expect(status).toBe(1);
    for (const secret of [FAKE_TOKEN, 'ANOTHER.FAKE.token']) expect(text).not.toContain(secret);
  });
});

test('the token is struck out wherever it came in', async () => {
  const discord = await openDiscord();
  const { text } = await diagnose(discord, { settings: { faults: [`LOG_LEVEL is "${FAKE_TOKEN}".`] } });
  expect(text).toContain('LOG_LEVEL is "[token]"');
});

test('every fault is listed where there are several', async () => {
  const discord = await healthyDiscord({ application: { bot_require_code_grant: true } });
  await register(discord, []);
  const { problems } = await diagnose(discord, { envFile: { state: 'readable', mode: 0o644 } });
  expect(problems).toHaveLength(3);
});

test('a request that Discord never answers ends at its deadline, and none is made after it', async () => {
  const discord = await healthyDiscord();
  const hold = discord.faults.hold('list_application_commands');
  const deadlines: AbortController[] = [];
  const deadline = () => {
    const next = new AbortController();
    deadlines.push(next);
    return next.signal;
  };
  const diagnosed = diagnose(discord, { deadline });
  await hold.reached();
  deadlines.at(-1)?.abort();
  const { problems } = await diagnosed;
  hold.release();
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('did not answer')]);
  const asked = discord.log.entries().flatMap((entry) => (entry.kind === 'request' ? [entry.route] : []));
  expect(asked.at(-1)).toBe('list_application_commands');
});

test.each([
  ['a login page', '<html>Welcome to the hotel</html>'],
  ['another service', '{"message": "hello"}'],
])('%s that answers in place of Discord is told from it', async (_name, page) => {
  const impostor = createServer((_request, response) => response.end(page));
  onTestFinished(() => void impostor.close());
  await once(impostor.listen(0, '127.0.0.1'), 'listening');
  const address = impostor.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { problems } = await diagnose({ api: `http://127.0.0.1:${port}/api` });
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('is not Discord')]);
});

test('the Message Content intent is only worth a note where no ask channel needs it', async () => {
  const discord = await healthyDiscord({ privileged: ['MessageContent'] });
  const idle = await diagnose(discord);
  expect(idle).toMatchObject({ status: 0, notes: [{ what: expect.stringContaining('not needed') }] });
  const needed = await diagnose(discord, { settings: { asksForContent: true } });
  expect(needed).toMatchObject({ status: 0, notes: [] });
});

test('a bot that is in no server yet is told to use the link, and that is no fault', async () => {
  const discord = await openDiscord();
  await register(discord);
  const { status, notes } = await diagnose(discord);
  expect({ status, notes }).toEqual({
    status: 0,
    notes: [expect.objectContaining({ what: expect.stringContaining('invite link') })],
  });
});
