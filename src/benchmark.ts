// npm run benchmark: how long from a member's message to the bot's request, beside a bot that only says "pong".
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { openLibrary } from './answer/library.ts';
import { openLog } from './discord/log.ts';
import { openDesk } from './discord/open-desk.ts';
import { runBot } from './discord/run-bot.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { type SimulatedDiscord, simulateDiscord } from './simulator/discord.ts';
import type { Person } from './simulator/people/person.ts';
import type { SimulatedChannel } from './simulator/people/places.ts';

/** Questions asked of each bot, in turn. */
const QUESTIONS = 600;
/** Questions whose times do not count: the engine is still compiling the code. */
const WARM_UP = 300;
const WORDS = [
  'AI全球治理的难点',
  '文化包容性重要吗',
  'Why does AI need cooperation?',
  '具身智能的产业链',
  '开源',
];

/** The channel on which undici, the HTTP client of discord.js, tells of each request it makes. */
const REQUEST_MADE = 'undici:request:create';

const NO_LIMITS = { memberPerMinute: 0, channelPerMinute: 0 };
const AT_ONCE = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } };

interface Bot {
  readonly name: string;
  /** Logs in and answers. */
  readonly start: (discord: SimulatedDiscord) => Promise<void>;
}

const pong: Bot = {
  name: 'pong',
  start: async (discord) => {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
    const client = new Client({ intents, rest: { api: discord.api }, ...AT_ONCE });
    client.on(Events.MessageCreate, async (message) => {
      if (message.mentions.users.has(discord.bot.id)) await message.reply('pong');
    });
    await client.login(discord.token);
  },
};

const verbatim: Bot = {
  name: 'verbatim',
  start: async (discord) => {
    const library = openLibrary(await loadKnowledge('knowledge'));
    const log = openLog({ level: 'silent', secrets: [], write: () => undefined });
    const desk = openDesk({ library, log, limits: NO_LIMITS, now: Date.now });
    const { token, api: apiUrl } = discord;
    const { signal: stop } = new AbortController();
    void runBot({ token, apiUrl, desk, stop, timing: AT_ONCE });
    await discord.bot.registered('ask');
  },
};

const [base, ours] = [await open(pong), await open(verbatim)];
// In turn, so that whatever else the machine does falls on both.
for (let asked = 0; asked < QUESTIONS; asked += 1) {
  const words = WORDS[asked % WORDS.length] ?? '';
  for (const arena of [base, ours]) await ask(arena, words);
}
for (const { name, times } of [base, ours]) {
  process.stdout.write(`${name}: p50 ${median(times).toFixed(2)} ms from message to request\n`);
}
process.stdout.write(`difference: ${(median(ours.times) - median(base.times)).toFixed(2)} ms\n`);
process.exit(0);

interface Arena {
  readonly name: string;
  readonly discord: SimulatedDiscord;
  readonly channel: SimulatedChannel;
  readonly member: Person;
  /** Milliseconds from a message's dispatch to the moment the client makes its request. */
  readonly times: number[];
}

async function open({ name, start }: Bot): Promise<Arena> {
  const discord = await simulateDiscord();
  const guild = discord.guild('Benchmark');
  const arena = { name, discord, channel: guild.channel('general'), member: guild.member('Mia'), times: [] };
  await start(discord);
  await discord.ready();
  return arena;
}

async function ask({ discord, channel, member, times }: Arena, words: string): Promise<void> {
  const requested = nextRequest();
  const started = performance.now();
  const message = await member.says(channel, `${discord.bot.mention} ${words}`);
  times.push((await requested) - started);
  await discord.bot.replied({ to: message });
}

function median(times: readonly number[]): number {
  const counted = times.slice(WARM_UP).toSorted((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)] ?? 0;
}

/** When the HTTP client makes its next request that creates a message. */
function nextRequest(): Promise<number> {
  return new Promise((resolve) => {
    const look = (event: unknown): void => {
      if (!/"path":"[^"]*\/messages"/.test(JSON.stringify(pathOf(event)))) return;
      unsubscribe(REQUEST_MADE, look);
      resolve(performance.now());
    };
    subscribe(REQUEST_MADE, look);
  });
}

function pathOf(event: unknown): { readonly path?: unknown } {
  if (typeof event !== 'object' || event === null || !('request' in event)) return {};
  const { request } = event;
  return typeof request === 'object' && request !== null && 'path' in request ? { path: request.path } : {};
}
