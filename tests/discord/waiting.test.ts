import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Patience } from '../../src/discord/connection/patience.ts';
import { type SimulatedDiscord, simulateDiscord } from '../../src/simulator/discord.ts';
import type { Fault } from '../../src/simulator/rest/faults.ts';
import { joinDiscord, openClub, type Stage, startBot } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';
const HOUR = 3_600_000;

/** Pauses that take no time; how long they would have been, in milliseconds; and a clock that they move. */
function impatience(changes: Partial<Patience> = {}) {
  const slept: number[] = [];
  const ends = new Map<number, () => void>();
  let passed = 0;
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
    passed += milliseconds;
    ends.get(slept.length)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    slept,
    /** Resolves when there have been so many pauses. */
    pauses: (count: number) => new Promise<void>((resolve) => ends.set(count, resolve)),
    options: { patience: { sleep, ...changes }, clock: () => performance.now() + passed },
  };
}

async function openDiscord(): Promise<SimulatedDiscord> {
  const discord = await simulateDiscord({ timeoutMs: 50_000 });
  onTestFinished(() => discord.close());
  return discord;
}

/** Of listeners that pile up, for one. */
function warningsOfNode(): readonly string[] {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.on('warning', hear);
  onTestFinished(() => void process.off('warning', hear));
  return warnings;
}

function linesOf({ logged }: Pick<Stage, 'logged'>, level: number): readonly string[] {
  return logged.map((line) => JSON.parse(line)).flatMap((line) => (line.level === level ? [line.msg] : []));
}
const WARNING = 40;
const FATAL = 60;

async function answers({ discord }: Stage): Promise<void> {
  const { channel, mia } = openClub(discord);
  const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
  await discord.bot.replied({ to: asked });
  await discord.bot.settles();
  expect(discord.bot.repliesTo(asked)).toHaveLength(1);
}

describe('before it can log in, the bot waits, with one line for each change, and then answers', () => {
  const passing: readonly (readonly [string, Fault, string])[] = [
    ['503', { kind: 'server-error', status: 503, stored: false }, 'answered with status 503'],
    ['a connection that is closed', { kind: 'cut', stored: false }, 'cannot be reached'],
    ['a connection that is reset', { kind: 'cut', stored: false, reset: true }, 'cannot be reached'],
    ['a page in place of JSON', { kind: 'html', status: 200 }, 'is not Discord'],
    ['a page that says it is not found', { kind: 'html', status: 404 }, 'answered with status 404'],
    ['429', { kind: 'rate-limited', seconds: 0.01 }, 'asked to slow down'],
  ];

  it.each(passing)('%s', async (_, fault, words) => {
    const discord = await openDiscord();
    discord.faults.on('get_bot_gateway', fault, { times: 4 });
    const { slept, options } = impatience();
    const stage = await joinDiscord(discord, options);
    await discord.ready();
    await answers(stage);
    expect(slept.length).toBeGreaterThanOrEqual(4);
    expect(slept.toSorted((one, other) => one - other)).toEqual(slept);
    expect(linesOf(stage, WARNING)).toEqual([expect.stringContaining(words)]);
    expect(stage.logged.join('')).not.toContain('Cannot read properties');
  });

  it('a refused connection and a name that nobody knows, for hours, until it is told to stop', async () => {
    const port = await closedPort();
    const warnings = warningsOfNode();
    for (const apiUrl of [`http://127.0.0.1:${port}/api`, 'http://nobody.invalid/api']) {
      const { slept, pauses, options } = impatience();
      const discord = await openDiscord();
      const stage = await joinDiscord({ ...discord, api: apiUrl }, options);
      await pauses(40);
      stage.stop();
      expect(await stage.ended).toBe(0);
      expect(slept.reduce((sum, pause) => sum + pause)).toBeGreaterThan(HOUR / 2);
      expect(linesOf(stage, WARNING)).toEqual([expect.stringContaining('cannot be reached')]);
    }
    expect(warnings).toEqual([]);
  });

  it('a day’s last login, until Discord allows one', async () => {
    const discord = await openDiscord();
    Object.assign(discord.gatewayBot, { remaining: 0, resetAfter: 2 * HOUR });
    const { slept, pauses, options } = impatience();
    const reset = pauses(20).then(() => Object.assign(discord.gatewayBot, { remaining: 1000 }));
    const stage = await joinDiscord(discord, options);
    await reset;
    await discord.ready();
    await answers(stage);
    expect(slept.slice(0, 20)).toEqual(Array(20).fill(300_000));
    expect(linesOf(stage, WARNING)).toEqual(['Discord allows no further login today. Waiting.']);
    expect(discord.gateway.identifies).toBe(1);
  });

  it('an answer that does not come, and stops at once when told to', async () => {
    const discord = await openDiscord();
    const hold = discord.faults.hold('get_bot_gateway');
    const stage = await joinDiscord(discord, impatience().options);
    await hold.reached();
    stage.stop();
    expect(await stage.ended).toBe(0);
    hold.release();
    expect(linesOf(stage, WARNING)).toEqual([]);
  });

  it.each(['end', 'beginning'])('an answer whose %s does not come', async (missing) => {
    const server = createServer((_, response) => {
      if (missing === 'end') response.writeHead(200, { 'content-type': 'application/json' }).write('{"url":');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    const { port } = server.address() as AddressInfo;
    const { pauses, options } = impatience({ longestAsking: 100 });
    const discord = await openDiscord();
    const twice = pauses(2);
    const stage = await joinDiscord({ ...discord, api: `http://127.0.0.1:${port}/api` }, options);
    await twice;
    stage.stop();
    expect(await stage.ended).toBe(0);
    expect(linesOf(stage, WARNING)).toEqual([expect.stringContaining('within 0.1 s')]);
  });

  it('a gateway that takes no connection', async () => {
    const discord = await openDiscord();
    discord.gateway.upgradesAre('refused');
    const { pauses, options } = impatience();
    const tried = pauses(2);
    const stage = await joinDiscord(discord, options);
    await tried;
    discord.gateway.upgradesAre('accepted');
    await discord.ready();
    await answers(stage);
    expect(linesOf(stage, WARNING)).toEqual(['no connection yet; trying again']);
    expect(stage.logged.join('')).toContain('503');
  });

  it('several of them in a row, each told once', async () => {
    const discord = await openDiscord();
    discord.faults.on('get_bot_gateway', { kind: 'server-error', status: 503, stored: false }, { times: 3 });
    discord.faults.on('get_bot_gateway', { kind: 'html', status: 200 }, { times: 3 });
    const stage = await joinDiscord(discord, impatience().options);
    await discord.ready();
    expect(linesOf(stage, WARNING)).toEqual([
      expect.stringContaining('503'),
      expect.stringContaining('is not Discord'),
    ]);
    expect(stage.logged.join('')).toContain('Discord answers again');
  });
});

describe('a connection that is lost', () => {
  it('is told once, and once that it is back, resumed or reconnected', async () => {
    const stage = await startBot(undefined, impatience().options);
    const { discord } = stage;
    discord.gateway.drop();
    await answers(stage);
    discord.gateway.resumesAre('refused');
    discord.gateway.drop();
    // What is asked between two sessions Discord tells nobody.
    await discord.bot.settles();
    await answers(stage);
    const said = stage.logged.map((line) => JSON.parse(line).msg);
    const lost = 'the connection was lost; reconnecting';
    expect(said.filter((msg) => msg !== 'question')).toEqual(['ready', lost, 'resumed', lost, 'reconnected']);
  });

  it.each(['resumesAre', 'identifiesAre'] as const)(
    'and whose handshake is never answered (%s) is connected anew',
    async (kind) => {
      // Longer than the half second that the library takes between two connections.
      const quick = { watchInterval: 50, longestHandshake: 900 };
      // Its heartbeats are acknowledged all the while, as Discord does.
      const stage = await startBot(undefined, { ...impatience(quick).options, heartbeatMs: 400 });
      const { gateway } = stage.discord;
      if (kind === 'identifiesAre') gateway.resumesAre('refused');
      gateway[kind]('unanswered');
      const before = gateway.identifies;
      gateway.drop();
      await stage.logs('a shard hangs; connecting it anew');
      if (kind === 'identifiesAre') gateway.identifiesAre('answered');
      await stage.discord.bot.settles();
      await answers(stage);
      expect(gateway.identifies).toBeGreaterThan(before);
    },
  );

  it('again and again is braked: so many logins and no more, whatever the gateway does', async () => {
    const { slept, pauses, options } = impatience({ mostLogins: 4 });
    const stage = await startBot(undefined, { ...options, clock: () => 0 });
    const { gateway } = stage.discord;
    gateway.resumesAre('refused');
    gateway.identifiesAre('closed');
    const braked = pauses(20);
    gateway.close(4000);
    await braked;
    expect(gateway.identifies).toBe(4);
    expect(slept.slice(0, 2)).toEqual([1_000, 2_000]);
    expect(stage.logged.filter((line) => line.includes('too many logins'))).toHaveLength(1);
  });

  it('with a gateway that takes no connection is tried again after growing pauses, told once', async () => {
    const { slept, pauses, options } = impatience();
    const stage = await startBot(undefined, options);
    const { gateway } = stage.discord;
    gateway.upgradesAre('refused');
    const tried = pauses(3);
    gateway.drop();
    await tried;
    gateway.upgradesAre('accepted');
    await stage.discord.bot.settles();
    await answers(stage);
    expect(slept.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    expect(linesOf(stage, WARNING)).toEqual(['the connection was lost; reconnecting']);
  });

  it('with a network that stays down does not end the bot', async () => {
    const { slept, pauses, options } = impatience();
    const stage = await startBot(undefined, options);
    const tried = pauses(8);
    await stage.discord.close();
    await tried;
    stage.stop();
    expect(await stage.ended).toBe(0);
    expect(slept.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(linesOf(stage, WARNING)).toEqual(['the connection was lost; reconnecting']);
  });

  it('is no loss when the bot was told to stop: no warning', async () => {
    const stage = await startBot();
    stage.stop();
    expect(await stage.ended).toBe(0);
    expect(linesOf(stage, WARNING)).toEqual([]);
  });
});

describe('what cannot pass ends with status 78 at once', () => {
  it.each([4004, 4012, 4013, 4014])('IDENTIFY refused with %i', async (code) => {
    const discord = await openDiscord();
    discord.gateway.refuseIdentify(code);
    const stage = await joinDiscord(discord, impatience().options);
    expect(await stage.ended).toBe(78);
    expect(linesOf(stage, FATAL)).toEqual([expect.stringContaining(String(code))]);
  });

  it('a token that REST refuses', async () => {
    const discord = await openDiscord();
    discord.faults.revokeToken();
    const stage = await joinDiscord(discord, impatience().options);
    expect(await stage.ended).toBe(78);
    expect(linesOf(stage, FATAL)).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
  });
});

/** A port of loopback on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
