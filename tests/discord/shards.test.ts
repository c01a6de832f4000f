import { describe, expect, it, onTestFinished } from 'vitest';
import { openShelf } from '../../src/answer/shelf.ts';
import { type SimulatedDiscord, simulateDiscord } from '../../src/simulator/discord.ts';
import { inventKnowledge } from './invented.ts';
import { embedOf, joinDiscord, type StageOptions } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';
const FOUR = { shards: 4, maxConcurrency: 4 };

async function openDiscord(gatewayBot = FOUR): Promise<SimulatedDiscord> {
  const discord = await simulateDiscord({ timeoutMs: 50_000, gatewayBot });
  onTestFinished(() => discord.close());
  return discord;
}

/** Servers, as many for each of four shards: ids that are made one after the other differ below what shards go by. */
function openTowns(discord: SimulatedDiscord, length = 8) {
  return Array.from({ length }, (_, number) => {
    discord.clock.advance(1);
    const guild = discord.guild(`Town ${number}`, { locale: 'zh-CN' });
    const mayor = guild.member(`Mayor ${number}`, { permissions: ['ManageGuild'], locale: 'en-US' });
    return { guild, channel: guild.channel('square'), mayor };
  });
}

type Town = ReturnType<typeof openTowns>[number];

/** Asks everywhere at once; each question must be answered once. */
async function askIn(discord: SimulatedDiscord, towns: readonly Town[]): Promise<void> {
  const answers = messagesOfBot(discord, towns.length);
  const asked = await Promise.all(
    towns.map(({ channel, mayor }) => mayor.says(channel, `${discord.bot.mention} ${QUESTION}`)),
  );
  await answers;
  await discord.bot.settles();
  expect(asked.map((question) => discord.bot.repliesTo(question).length)).toEqual(towns.map(() => 1));
}

/** Resolves once there are so many more: to wait for hundreds one by one costs minutes. */
function messagesOfBot(discord: SimulatedDiscord, count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    const end = discord.follow((event) => {
      if (event.type === 'message-created' && event.message.author.id === discord.bot.id) left -= 1;
      if (left > 0) return;
      end();
      resolve();
    });
  });
}

function registrations(discord: SimulatedDiscord): number {
  return discord.log
    .entries()
    .filter((entry) => entry.kind === 'request' && entry.route === 'bulk_set_application_commands').length;
}

function process(discord: SimulatedDiscord, ids: readonly number[], options: StageOptions = {}) {
  return joinDiscord(discord, { assignment: { ids, count: 4 }, ...options });
}

function shardIn(town: Town): number {
  return Number((BigInt(town.guild.id) >> 22n) % 4n);
}

describe('shards', () => {
  it('all that Discord recommends run in one process, and log in as many at once as it allows', async () => {
    const discord = await openDiscord();
    const towns = openTowns(discord);
    expect(new Set(towns.map(shardIn)).size).toBe(4);
    // With the library's own throttle, which lets so many through at once as GET /gateway/bot says, and then waits for 5 s.
    const stage = await joinDiscord(discord, { timing: {} });
    await discord.ready();
    await discord.bot.registered('ask');
    await askIn(discord, towns);
    expect(discord.gateway.shards.toSorted()).toEqual(['0/4', '1/4', '2/4', '3/4']);
    expect(discord.gateway.identifies).toBe(4);
    expect(registrations(discord)).toBe(1);
    expect(stage.logged.join('')).toContain('"shards":[0,1,2,3],"of":4');
    discord.assertNoViolations();
  });

  it('answer each of hundreds of questions once, asked at the same time in as many servers', async () => {
    const discord = await openDiscord();
    const towns = openTowns(discord, 200);
    const stage = await joinDiscord(discord);
    await discord.ready();
    await discord.bot.registered('ask');
    await askIn(discord, towns);
    expect(towns.map(({ channel }) => discord.bot.messagesIn(channel).length)).toEqual(towns.map(() => 1));
    expect(stage.logged.join('')).not.toContain('"loss"');
    discord.assertNoViolations();
  });

  it('run in two processes, of which the first registers the commands; each names itself in /status', async () => {
    const discord = await openDiscord();
    const towns = openTowns(discord);
    await process(discord, [0, 1]);
    await process(discord, [2, 3]);
    await discord.ready();
    await discord.bot.registered('ask');
    await askIn(discord, towns);
    expect(discord.gateway.shards.toSorted()).toEqual(['0/4', '1/4', '2/4', '3/4']);
    expect(registrations(discord)).toBe(1);
    for (const town of towns.slice(0, 4)) {
      const run = await town.mayor.runs('/status', {}, { in: town.channel });
      const { description } = embedOf(await discord.bot.answered(run));
      const shard = shardIn(town);
      expect(description).toContain(`Shard ${shard + 1} of 4`);
      expect(description).toContain(`This process: shards ${shard < 2 ? '0-1' : '2-3'} of 4`);
    }
    discord.assertNoViolations();
  });

  it('run in two processes, of which the first alone registers the commands anew for other interviews', async () => {
    const discord = await openDiscord();
    let [knowledge, version] = [inventKnowledge({ id: 'one', questions: 1 }), 'v1'];
    const opened = await openShelf({ load: async () => ({ ...knowledge, version }), now: () => 0 });
    if (!opened.ok) throw new Error('the interviews were refused');
    const { shelf } = opened;
    await process(discord, [0, 1], { shelf });
    await process(discord, [2, 3], { shelf });
    await discord.ready();
    await discord.bot.registered('ask');
    await discord.bot.settles();
    [knowledge, version] = [inventKnowledge({ id: 'one', questions: 1 }, { id: 'two', questions: 1 }), 'v2'];
    await shelf.look();
    await discord.bot.settles();
    expect(registrations(discord)).toBe(2);
  });

  it('that hang are connected anew alone, while the others go on answering', async () => {
    const discord = await openDiscord();
    const towns = openTowns(discord);
    const patience = { watchInterval: 50, longestHandshake: 900, firstPause: 1, longestPause: 1 };
    const stage = await joinDiscord(discord, { patience });
    await discord.ready();
    await discord.bot.registered('ask');
    discord.gateway.hangs(2);
    discord.gateway.drop({ shard: 2 });
    const others = towns.filter((town) => shardIn(town) !== 2);
    const asked = await Promise.all(
      others.map(({ channel, mayor }) => mayor.says(channel, `${discord.bot.mention} ${QUESTION}`)),
    );
    await Promise.all(asked.map((to) => discord.bot.replied({ to })));
    await stage.logs('a shard hangs; connecting it anew');
    discord.gateway.hangs(undefined);
    await discord.bot.settles();
    await askIn(discord, towns);
    expect(discord.gateway.identifies).toBeGreaterThan(4);
    expect(stage.logged.join('')).not.toMatch(/"shard":[013]/);
  });

  it('that break off before all their servers were told log in anew: resumed, the library would stay deaf', async () => {
    const discord = await openDiscord({ shards: 1, maxConcurrency: 1 });
    const towns = openTowns(discord);
    let isWhole = true;
    discord.log.subscribe((entry) => {
      if (!isWhole || entry.kind !== 'gateway' || entry.name !== 'GUILD_CREATE') return;
      isWhole = false;
      discord.gateway.drop();
    });
    await joinDiscord(discord, { patience: { firstPause: 1, longestPause: 1 } });
    await discord.bot.registered('ask');
    await askIn(discord, towns);
    discord.assertNoViolations();
  });

  it('that are too few end the process with 75, and the next one takes as many as Discord now wants', async () => {
    const discord = await openDiscord({ shards: 2, maxConcurrency: 4 });
    const towns = openTowns(discord);
    const first = await joinDiscord(discord);
    await discord.ready();
    await askIn(discord, towns);
    Object.assign(discord.gatewayBot, { shards: 4, fewestShards: 4 });
    discord.gateway.close(4011, { shard: 1 });
    expect(await first.ended).toBe(75);
    await joinDiscord(discord);
    while (discord.gateway.shards.length !== 4) await new Promise((resolve) => setImmediate(resolve));
    await discord.ready();
    await askIn(discord, towns);
    expect(discord.gateway.shards.toSorted()).toEqual(['0/4', '1/4', '2/4', '3/4']);
  });

  it('that the settings name and Discord refuses end the process with 78', async () => {
    const discord = await openDiscord();
    discord.gatewayBot.fewestShards = 8;
    const stage = await process(discord, [0, 1]);
    expect(await stage.ended).toBe(78);
    expect(stage.logged.at(-1)).toContain('SHARD_COUNT');
  });
});
