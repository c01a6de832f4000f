// A bot in a process of its own on a simulated Discord, with somebody who asks it.
import { type SimulatedDiscord, simulateDiscord } from '../../src/simulator/discord.ts';
import { type Stopwatch, stopwatchFor } from './latency.ts';
import { type BotProgram, startBotProcess } from './processes.ts';
import type { Sources } from './sources.ts';

export type BotKind = BotProgram['kind'];
export type Surface = 'message' | 'command';

export interface StageTools {
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  /** Milliseconds since 1970, for Discord's own times. */
  readonly clock: () => number;
  readonly read: Sources['read'];
}

export interface BotStage {
  /** Milliseconds from the start of the process until its commands were registered. */
  readonly ready: number;
  /** Bytes; undefined where the system does not tell. */
  readonly resident: () => Promise<number | undefined>;
  /** Milliseconds of the processor so far; undefined where the system does not tell. */
  readonly processor: () => Promise<number | undefined>;
  readonly stopwatch: Stopwatch;
  /** Resolves when the bot has answered. */
  readonly ask: Readonly<Record<Surface, (question: string) => Promise<void>>>;
}

const FAKE_TOKEN = 'FAKE.TOKEN.for-the-benchmark';
/** Milliseconds for any wait: a busy machine is slow. */
const TIMEOUT_MS = 60_000;
/** Packets and requests that the simulator remembers. */
const LOG_LENGTH = 1_000;
const LOCALE = 'zh-CN';

type Closer = () => Promise<void>;
/** @param tree another checkout than this one, whose bot it is */
type OpenStage = (kind: BotKind, tree?: string) => Promise<BotStage>;

/** Whatever `run` opens is closed when it ends, well or not. */
export async function withStages<T>(tools: StageTools, run: (open: OpenStage) => Promise<T>): Promise<T> {
  const closers: Closer[] = [];
  try {
    return await run((kind, tree = '.') => openStage({ kind, tree }, tools, closers));
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function openStage(
  { kind, tree }: { readonly kind: BotKind; readonly tree: string },
  tools: StageTools,
  closers: Closer[],
): Promise<BotStage> {
  const { now, clock, read } = tools;
  const settings = { token: FAKE_TOKEN, timeoutMs: TIMEOUT_MS, maxLog: LOG_LENGTH, now: clock };
  const discord = await simulateDiscord(settings);
  closers.push(() => discord.close());
  const ask = askersIn(discord);
  const start = now();
  const bot = await startBotProcess(programOf(kind, discord), tree);
  closers.push(bot.stop);
  await discord.bot.registered('ask');
  const ready = now() - start;
  await discord.ready();
  const stopwatch = stopwatchFor(discord, now);
  closers.push(async () => stopwatch.end());
  return {
    ...{ ready, stopwatch, ask },
    resident: () => residentOf(bot.pid, read),
    processor: () => processorOf(bot.pid, read),
  };
}

function askersIn(discord: SimulatedDiscord): BotStage['ask'] {
  const guild = discord.guild('Benchmark', { locale: LOCALE });
  const channel = guild.channel('general');
  const mia = guild.member('Mia', { locale: LOCALE });
  return {
    message: async (question) => {
      const asked = await mia.says(channel, `${discord.bot.mention} ${question}`);
      await discord.bot.replied({ to: asked });
    },
    command: async (question) => {
      await discord.bot.acknowledged(await mia.runs('/ask', { question }, { in: channel }));
    },
  };
}

function programOf(kind: BotKind, { api, token }: SimulatedDiscord): BotProgram {
  if (kind === 'pong') return { kind, api, token };
  const environment = {
    DISCORD_TOKEN: token,
    DISCORD_API_URL: api,
    KNOWLEDGE_DIR: 'knowledge',
    LOG_LEVEL: 'warn',
    // One member asks everything.
    LIMIT_MEMBER_PER_MINUTE: '0',
    LIMIT_CHANNEL_PER_MINUTE: '0',
  };
  return { kind, environment };
}

const BYTES_PER_KIBIBYTE = 1024;

/** From Linux's list of processes; other systems have no such file. */
async function residentOf(pid: number, read: Sources['read']): Promise<number | undefined> {
  const status = await read(`/proc/${pid}/status`).catch(() => '');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * BYTES_PER_KIBIBYTE;
}

/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10;
/** Places of the time in user and in system mode among what follows the command's name. */
const [USER, SYSTEM] = [11, 12] as const;

async function processorOf(pid: number, read: Sources['read']): Promise<number | undefined> {
  const line = await read(`/proc/${pid}/stat`).catch(() => undefined);
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[USER]) + Number(fields[SYSTEM])) * MS_PER_TICK;
}
