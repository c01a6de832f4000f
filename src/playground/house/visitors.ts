// The stage, a server with the real bot; and its visitors: each page is another member, known by a token that only this page
// holds, under a name of their own, made safe to show in a line, or one we give.
import { randomBytes } from 'node:crypto';
import type { Shelf } from '../../answer/shelf.ts';
import { openDesk } from '../../discord/desk/desk.ts';
import { openLog } from '../../discord/desk/log.ts';
import { type ExitStatus, runBot } from '../../discord/run-bot.ts';
import { type SimulatedDiscord, simulateDiscord } from '../../simulator/discord.ts';
import type { Person } from '../../simulator/people/person.ts';
import type { SimulatedChannel, SimulatedGuild } from '../../simulator/people/places.ts';
import type { Locale } from '../../wording/locale.ts';

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

export interface Visitor {
  readonly token: string;
  readonly person: Person;
  /** Where this visitor can read and write: the server's channels, the thread, the conversation with the bot. */
  readonly places: ReadonlySet<string>;
}

export interface Visitors {
  /** A new visitor; undefined while the house is full of people who are there. */
  readonly admit: (locale: Locale) => Visitor | undefined;
  readonly find: (token: string) => Visitor | undefined;
  /** The visitor has a page open; the result ends it. */
  readonly arrive: (visitor: Visitor) => () => void;
  /** Whether nobody has a page open. */
  readonly areAway: () => boolean;
  readonly all: () => readonly Visitor[];
}

/** Members at once. When a further one comes, the one who has been away longest departs for good. */
const MOST_VISITORS = 50;
const TOKEN_BYTES = 24;

export function openVisitors({ guild, channels, thread }: Stage): Visitors {
  /** In the order of their last coming: the first one has been away longest. */
  const visitors = new Map<string, Visitor>();
  const present = new Map<Visitor, number>();
  let guests = 0;
  const makeRoom = (): boolean => {
    if (visitors.size < MOST_VISITORS) return true;
    const away = [...visitors.values()].find((visitor) => !present.has(visitor));
    if (!away) return false;
    away.person.departs();
    return visitors.delete(away.token);
  };
  return {
    admit: (locale) => {
      if (!makeRoom()) return undefined;
      guests += 1;
      const person = guild.member(guestName(locale, guests), { locale });
      const places = [...channels, thread, person.directChannel()].map(({ id }) => id);
      const visitor = {
        token: randomBytes(TOKEN_BYTES).toString('base64url'),
        person,
        places: new Set(places),
      };
      visitors.set(visitor.token, visitor);
      return visitor;
    },
    find: (token) => visitors.get(token),
    arrive: (visitor) => {
      visitors.delete(visitor.token);
      visitors.set(visitor.token, visitor);
      present.set(visitor, (present.get(visitor) ?? 0) + 1);
      return () => {
        const left = (present.get(visitor) ?? 1) - 1;
        if (left === 0) present.delete(visitor);
        else present.set(visitor, left);
      };
    },
    areAway: () => present.size === 0,
    all: () => [...visitors.values()],
  };
}

/** Discord's own limit for a display name, in characters. */
const LONGEST_NAME = 32;
const GUEST: Readonly<Record<Locale, string>> = { 'en-US': 'Guest', 'zh-CN': '访客', 'zh-TW': '訪客' };

function guestName(locale: Locale, number: number): string {
  return `${GUEST[locale]} ${number}`;
}

/** Undefined where nothing is left to show. Control and direction characters go; markup stays text. */
export function cleanName(typed: string): string | undefined {
  const shown = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return shown === '' ? undefined : [...shown].slice(0, LONGEST_NAME).join('').trim();
}
