// The real bot on a simulated Discord: a server with a channel and two people; everything ends with the test.
import { onTestFinished } from 'vitest';
import { type DeskShelf, type EditorsPort, type KeptPort, openDesk } from '../../src/discord/desk/desk.ts';
import type { ChannelLists } from '../../src/discord/desk/gate.ts';
import { type FeedbackPort, KEEP_NOTHING, type UnansweredPort } from '../../src/discord/desk/journal.ts';
import { openLog } from '../../src/discord/desk/log.ts';
import { NOBODY_WATCHES, type Vitals } from '../../src/discord/desk/vitals.ts';
import { type BotOptions, type ExitStatus, runBot } from '../../src/discord/run-bot.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import {
  type SimulatedDiscord,
  type SimulationOptions,
  simulateDiscord,
} from '../../src/simulator/discord.ts';
import type { Person } from '../../src/simulator/people/person.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { LOCALES, wordingFor } from '../../src/wording/locale.ts';
import { opened, songHaitao } from '../answer/interviews.ts';

export interface StageOptions
  extends SimulationOptions,
    Pick<BotOptions, 'patience' | 'assignment' | 'today' | 'timing'> {
  /** In place of the interviews that ship. */
  readonly knowledge?: Knowledge;
  /** In place of both: interviews that may change. */
  readonly shelf?: DeskShelf;
  readonly limits?: { readonly memberPerMinute: number; readonly channelPerMinute: number };
  readonly level?: string;
  readonly channels?: Partial<ChannelLists>;
  readonly unanswered?: UnansweredPort;
  readonly feedback?: FeedbackPort;
  readonly kept?: KeptPort;
  readonly editors?: EditorsPort;
  readonly clock?: () => number;
  readonly vitals?: Vitals;
}

export interface Stage {
  readonly discord: SimulatedDiscord;
  /** Every line of the log so far. */
  readonly logged: readonly string[];
  /** Resolves once a line of the log holds these words: to look again and again takes the processor from the bot. */
  readonly logs: (words: string) => Promise<void>;
  readonly stop: () => void;
  /** The exit status. */
  readonly ended: Promise<ExitStatus>;
}

/** Longer than any wait on a busy machine, shorter than the test runner’s. */
const PATIENCE_MS = 50_000;
/** On loopback an echo is there at once. */
const LONGEST_ECHO_MS = 100;
const NO_LIMITS = { memberPerMinute: 0, channelPerMinute: 0 };
/** The library waits some seconds between two logins, which Discord demands and loopback does not. */
const AT_ONCE = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } };

/** A Discord with the bot logged in; places and people are the test's to make, before or after. */
export async function startBot(
  prepare: (discord: SimulatedDiscord) => StageOptions | undefined = () => undefined,
  options: StageOptions = {},
): Promise<Stage> {
  const discord = await simulateDiscord({ timeoutMs: PATIENCE_MS, ...options });
  const stage = await joinDiscord(discord, { ...options, ...prepare(discord) });
  await discord.ready();
  await discord.bot.registered('ask');
  return stage;
}

function shelfOf({ shelf, knowledge }: StageOptions): DeskShelf {
  if (shelf) return shelf;
  const library = knowledge ? opened(knowledge) : songHaitao;
  return { library, version: '0123456789ab', since: 0, problems: [], onChange: () => () => undefined };
}

/** Starts (or starts again) the bot on a running Discord. */
export async function joinDiscord(discord: SimulatedDiscord, options: StageOptions = {}): Promise<Stage> {
  const { limits = NO_LIMITS, level = 'info', clock = () => performance.now() } = options;
  const { logged, logs, write } = keepLog();
  const log = openLog({ level, secrets: [discord.token], write });
  const shelf = shelfOf(options);
  const channels = { ask: [], allow: [], deny: [], ...options.channels };
  const { unanswered = KEEP_NOTHING, vitals = NOBODY_WATCHES } = options;
  const { feedback, kept, editors } = options;
  const desk = openDesk({
    ...{ shelf, log, limits, channels, version: '1.2.3', unanswered, vitals, now: clock },
    ...(feedback ? { feedback } : {}),
    ...(kept ? { kept } : {}),
    ...(editors ? { editors } : {}),
    longestEcho: LONGEST_ECHO_MS,
  });
  const stop = new AbortController();
  const ended = runBot({
    token: discord.token,
    apiUrl: discord.api,
    desk,
    stop: stop.signal,
    timing: options.timing ?? AT_ONCE,
    assignment: options.assignment,
    today: options.today,
    patience: options.patience ?? {},
  });
  onTestFinished(async () => {
    stop.abort();
    await ended;
    await discord.close();
  });
  return { discord, logged, logs, stop: () => stop.abort(), ended };
}

function keepLog() {
  const logged: string[] = [];
  const awaited = new Set<(line: string) => void>();
  const write = (line: string) => {
    logged.push(line);
    for (const hear of awaited) hear(line);
  };
  const logs = (words: string) =>
    new Promise<void>((resolve) => {
      const hear = (line: string) => {
        if (!line.includes(words)) return;
        awaited.delete(hear);
        resolve();
      };
      awaited.add(hear);
      for (const line of logged) hear(line);
    });
  return { logged, logs, write };
}

/** What one embed says, by its parts. */
export function embedOf(message: { readonly embeds: readonly unknown[] }, index = 0) {
  const embed: unknown = message.embeds[index];
  const text = (path: readonly string[]): string => {
    let value: unknown = embed;
    for (const key of path) value = isObject(value) ? value[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    speaker: text(['author', 'name']),
    title: text(['title']),
    description: text(['description']),
    citation: text(['footer', 'text']),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A server in one language, with a channel and a member who asks. */
export function openClub(discord: SimulatedDiscord, locale = 'zh-CN') {
  const guild = discord.guild('Club', { locale });
  return { guild, channel: guild.channel('general'), mia: guild.member('Mia', { locale }) };
}

/** The description that shows the original words: the message's own, or the one behind its button. */
export async function originalOf(
  discord: SimulatedDiscord,
  message: Message,
  reader: Person,
): Promise<string> {
  const labels = LOCALES.map((locale) => wordingFor(locale).discord.buttons.original);
  const label = labels.find((each) => JSON.stringify(message.components).includes(JSON.stringify(each)));
  if (label === undefined) return embedOf(message).description;
  return embedOf(await discord.bot.answered(await reader.presses(message, label))).description;
}

interface Controlled {
  readonly components: readonly unknown[];
}

function findControl({ components }: Controlled, label: string): Readonly<Record<string, unknown>> {
  const found = components
    .flatMap((row) => (isObject(row) && Array.isArray(row['components']) ? row['components'] : []))
    .filter(isObject)
    .find((control) => control['label'] === label || control['placeholder'] === label);
  if (!found) throw new Error(`there is no control ${label}`);
  return found;
}

/** A button's or select's custom id, by its label or placeholder. */
export function controlOf(message: Controlled, label: string): string {
  return String(findControl(message, label)['custom_id']);
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** What a select offers, by its placeholder. */
export function optionsOf(message: Controlled, placeholder: string): readonly SelectOption[] {
  const { options } = findControl(message, placeholder);
  return (Array.isArray(options) ? options : [])
    .filter(isObject)
    .map(({ value, label }) => ({ value: String(value), label: String(label) }));
}

/** The value by which a select offers a section, written as `e5/song-haitao`. */
export function offeredAs(message: Controlled, placeholder: string, section: string): string {
  const found = optionsOf(message, placeholder).find(({ value }) => value.startsWith(`${section}:`));
  if (!found) throw new Error(`${placeholder} does not offer ${section}`);
  return found.value;
}

/** The first question that a select offers. */
export function firstQuestionIn(message: Controlled, placeholder: string): SelectOption {
  const found = optionsOf(message, placeholder).find(({ value }) => value.startsWith('e'));
  if (!found) throw new Error(`${placeholder} offers no question`);
  return found;
}
