import { type Client, type ClientOptions, DiscordAPIError, Events, RESTEvents } from 'discord.js';
import { expect, test } from 'vitest';
import { SimulationTimeout } from '../../src/simulator/record/log.ts';
import { connect, startDiscord } from './connected.ts';

const startWithEcho = async (reply: object = { content: 'echo' }, options: Partial<ClientOptions> = {}) => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord, options);
  const failures: unknown[] = [];
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply(reply).catch((error: unknown) => failures.push(error));
  });
  const asks = () => guild.member('Ada').says(channel, `${discord.bot.mention} hello`);
  return { discord, channel, client, failures, asks };
};

const limitsOf = (client: Client) => {
  const limits: { readonly global: boolean; readonly retryAfter: number }[] = [];
  client.rest.on(RESTEvents.RateLimited, ({ global, retryAfter }) => limits.push({ global, retryAfter }));
  return limits;
};

test.each([false, true])(
  'the bot waits out a rate limit and its message arrives once (global: %s)',
  async (global) => {
    const { discord, client, asks } = await startWithEcho();
    const limits = limitsOf(client);
    discord.faults.on('create_message', { kind: 'rate-limited', seconds: 0.05, global });
    const question = await asks();
    await discord.bot.replied({ to: question });
    expect(discord.bot.repliesTo(question)).toHaveLength(1);
    expect(limits.map((limit) => limit.global)).toContain(global);
  },
);

test('a server error before storing is resent and leaves one message', async () => {
  const { discord, asks } = await startWithEcho();
  discord.faults.on('create_message', { kind: 'server-error', status: 500, stored: false });
  const question = await asks();
  await discord.bot.replied({ to: question });
  await discord.bot.settles();
  expect(discord.bot.repliesTo(question)).toHaveLength(1);
});

test.each([
  [{ content: 'echo' }, 2],
  [{ content: 'echo', nonce: 'hash', enforceNonce: true }, 1],
])('a server error after storing makes %o arrive %i time(s)', async (reply, count) => {
  const { discord, asks } = await startWithEcho(reply);
  discord.faults.on('create_message', { kind: 'server-error', status: 502, stored: true });
  const question = await asks();
  await discord.bot.replied({ to: question });
  await discord.bot.settles();
  expect(discord.bot.repliesTo(question)).toHaveLength(count);
});

test('server errors without end become an error of the bot', async () => {
  const { discord, asks, failures } = await startWithEcho();
  discord.faults.on('create_message', { kind: 'server-error', status: 503, stored: false }, { times: 10 });
  await asks();
  await discord.bot.settles();
  expect(failures).toEqual([expect.objectContaining({ status: 503 })]);
});

test('a connection can be cut after the message was stored', async () => {
  const { discord, asks } = await startWithEcho();
  discord.faults.on('create_message', { kind: 'cut', stored: true });
  const question = await asks();
  await discord.bot.replied({ to: question });
  expect(discord.log.entries()).toContainEqual(expect.objectContaining({ kind: 'response', status: 0 }));
});

test('a slow answer outlives the patience of the bot', async () => {
  const { discord, asks, failures } = await startWithEcho(undefined, { rest: { timeout: 200, retries: 0 } });
  discord.faults.on('create_message', { kind: 'slow', milliseconds: 500 });
  const question = await asks();
  await discord.bot.replied({ to: question });
  await discord.bot.settles();
  expect(failures).toEqual([expect.objectContaining({ name: 'AbortError' })]);
});

test('any of the named refusals can be had on demand', async () => {
  const { discord, asks, failures } = await startWithEcho();
  discord.faults.on('create_message', { kind: 'refused', as: 'cannotSendToUser' });
  await asks();
  await discord.bot.settles();
  expect(failures).toEqual([expect.objectContaining({ code: 50007, status: 403 })]);
});

test('a revoked token is answered 401, and closes with 4004 on IDENTIFY', async () => {
  const { discord, asks, failures, client } = await startWithEcho();
  discord.faults.revokeToken();
  await asks();
  await discord.bot.settles();
  const [failure] = failures;
  expect(failure).toBeInstanceOf(DiscordAPIError);
  expect(failure).toMatchObject({ status: 401 });
  const gone = new Promise((resolve) => client.once(Events.ShardDisconnect, resolve));
  discord.gateway.drop();
  await gone;
  expect(discord.gateway.isConnected).toBe(false);
});

test("the bot's sends can be held until a test lets them go", async () => {
  const { discord, channel, asks } = await startWithEcho();
  const hold = discord.faults.hold('create_message');
  const question = await asks();
  await hold.reached();
  expect(discord.bot.messagesIn(channel)).toEqual([]);
  hold.release();
  await discord.bot.replied({ to: question });
});

test('a wait that is in vain ends with a named error and the story so far', async () => {
  const discord = await startDiscord({ timeoutMs: 50 });
  const guild = discord.guild('guild');
  const question = await guild.member('Ada').says(guild.channel('ask'), 'anybody?');
  const error = await discord.bot.replied({ to: question }).catch((timeout: unknown) => timeout);
  expect(error).toBeInstanceOf(SimulationTimeout);
  expect(String(error)).toContain('a reply to "anybody?"');
  expect(String(error)).toContain('#ask Ada: anybody?');
  await expect(discord.ready()).rejects.toThrow(SimulationTimeout);
});
