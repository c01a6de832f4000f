// A simulated Discord with one server, and the real bot in it: the same code that answers on Discord itself.
import type { Shelf } from '../../answer/shelf.ts';
import { openDesk } from '../../discord/desk/desk.ts';
import { openLog } from '../../discord/desk/log.ts';
import { type ExitStatus, runBot } from '../../discord/run-bot.ts';
import { type SimulatedDiscord, simulateDiscord } from '../../simulator/discord.ts';
import type { SimulatedChannel, SimulatedGuild } from '../../simulator/people/places.ts';

export interface StageOptions {
  /** The server's name. */
  readonly guildName: string;
  readonly shelf: Shelf;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes each line of the bot's log. */
  readonly onLog: (line: string) => void;
  /** Calls back with the simulated Discord before the bot has said its first word. */
  readonly onRaised: (discord: SimulatedDiscord) => void;
}

export interface Stage {
  readonly discord: SimulatedDiscord;
  readonly guild: SimulatedGuild;
  readonly channels: readonly SimulatedChannel[];
  readonly thread: SimulatedChannel;
  /** Ends by itself only where the bot had to give up. */
  readonly botEnded: Promise<ExitStatus>;
  readonly strike: () => Promise<void>;
}

/** Messages kept in each channel; the page shows no more. */
const MOST_MESSAGES = 200;
/** Entries of the simulator's own log; the inspector keeps its own. */
const MOST_LOG_ENTRIES = 500;
/** Milliseconds until an interaction counts as failed: Discord waits 3 s for the first response. */
const PATIENCE_MS = 3_200;
/** Questions a minute: one who presses everything is not stopped, a script that floods is. */
const LIMITS = { memberPerMinute: 60, channelPerMinute: 600 };
/** No list of channels: it answers wherever it is addressed. */
const EVERYWHERE = { ask: [], allow: [], deny: [] };
/** Between two logins the library waits some seconds, which Discord demands and loopback does not. */
const AT_ONCE = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } };

export async function raiseStage(options: StageOptions): Promise<Stage> {
  const { guildName, shelf, version, now, onLog, onRaised } = options;
  const discord = await simulateDiscord({
    now,
    maxMessages: MOST_MESSAGES,
    maxLog: MOST_LOG_ENTRIES,
    timeoutMs: PATIENCE_MS,
  });
  onRaised(discord);
  const guild = discord.guild(guildName);
  const general = guild.channel('general');
  const channels = [general];
  const thread = general.thread('A question about the interview');
  const log = openLog({ level: 'debug', secrets: [discord.token], write: onLog });
  const stop = new AbortController();
  const desk = openDesk({ shelf, log, limits: LIMITS, channels: EVERYWHERE, version, now });
  const botEnded = runBot({
    token: discord.token,
    apiUrl: discord.api,
    desk,
    stop: stop.signal,
    timing: AT_ONCE,
  });
  await discord.ready();
  await discord.bot.registered('ask');
  const strike = async () => {
    stop.abort();
    await botEnded;
    await discord.close();
  };
  return { discord, guild, channels, thread, botEnded, strike };
}
