// The environment -> Config, or everything that is wrong with it at once; the only reader of the environment.
import { dirname } from 'node:path';
import { config as readDotEnv } from 'dotenv';
import {
  apiUrlFault,
  channelsFault,
  hostFault,
  isOn,
  LOG_LEVELS,
  levelFault,
  limitFault,
  pairsFault,
  portFault,
  rolesFault,
  SEPARATORS,
  shardCountFault,
  shardIdsFault,
  switchFault,
  tokenFault,
} from './config-faults.ts';

type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** Absent: the bot cannot log in, and the playground runs instead. */
  readonly token?: string;
  /** The REST base without its version; absent: Discord's own. */
  readonly apiUrl?: string;
  readonly knowledge: string;
  readonly logLevel: LogLevel;
  /** Where questions that were left open are written; absent: nowhere. */
  readonly unansweredLog?: string;
  /** Where what askers think of answers is written; absent: they are not asked. */
  readonly feedbackLog?: string;
  /** Questions a minute; 0 means no limit. */
  readonly limits: { readonly memberPerMinute: number; readonly channelPerMinute: number };
  readonly channels: ChannelLists;
  /** The connections of this process; absent: all that Discord recommends. */
  readonly shards?: ShardList;
  /** Where the process tells how it is; absent: nowhere. */
  readonly health?: { readonly host: string; readonly port: number };
  /** The ids of the roles whose members may change the lists of questions from Discord; absent: nobody. */
  readonly editors?: readonly string[];
}

export interface ShardList {
  /** From 0, ascending. */
  readonly ids: readonly number[];
  /** Of so many in all processes. */
  readonly count: number;
}

/** Ids of channels, or of categories for all their channels; a thread or forum post counts as its channel. */
export interface ChannelLists {
  /** Every question is answered there, without a mention. */
  readonly ask: readonly string[];
  /** Where it speaks at all; empty: everywhere. */
  readonly allow: readonly string[];
  /** Where it never speaks. */
  readonly deny: readonly string[];
  /** By channel, the id of the interview that questions there go to unless they name another. */
  readonly interviews: Readonly<Record<string, string>>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly message: string; readonly faults: readonly string[] };

const DEFAULT_KNOWLEDGE = 'knowledge';
const DEFAULT_MEMBER_PER_MINUTE = 6;
const DEFAULT_CHANNEL_PER_MINUTE = 60;
const LOOPBACK = '127.0.0.1';
/** The process's environment over the file `.env`, where there is one; what is empty hides nothing. */
export function readEnvironment(path = '.env'): Environment {
  const { parsed = {} } = readDotEnv({ path, quiet: true, processEnv: {} });
  const set = Object.entries(process.env).filter(([, value]) => value?.trim());
  return { ...process.env, ...parsed, ...Object.fromEntries(set) };
}

/** The folder of the interviews by name alone: whoever reads it says what is wrong with it. */
export function knowledgeFolder(environment: Environment): string {
  return reader(environment, [])('KNOWLEDGE_DIR', () => undefined) ?? DEFAULT_KNOWLEDGE;
}

/** The log of unanswered questions by name alone; undefined where none is kept. */
export function unansweredLog(environment: Environment): string | undefined {
  return reader(environment, [])('UNANSWERED_LOG', () => undefined);
}

/** The log of what askers think of answers, likewise. */
export function feedbackLog(environment: Environment): string | undefined {
  return reader(environment, [])('FEEDBACK_LOG', () => undefined);
}

/** One message names every variable at fault, and never repeats the token. */
export function readConfig(environment: Environment, isFolder: (path: string) => boolean): ReadConfig {
  const faults: string[] = [];
  const read = reader(environment, faults);
  const token = read('DISCORD_TOKEN', tokenFault);
  const apiUrl = read('DISCORD_API_URL', apiUrlFault)?.replace(/\/+$/, '');
  const level = read('LOG_LEVEL', levelFault);
  const member = read('LIMIT_MEMBER_PER_MINUTE', limitFault);
  const channel = read('LIMIT_CHANNEL_PER_MINUTE', limitFault);
  const folderFault: Fault = (path) =>
    isFolder(path) ? undefined : `names ${path}, which is no folder. Name the one that holds the interviews.`;
  const knowledge = read('KNOWLEDGE_DIR', folderFault) ?? DEFAULT_KNOWLEDGE;
  const ids = (name: Variable) => read(name, channelsFault)?.split(SEPARATORS) ?? [];
  const channels = {
    ...{ ask: ids('ASK_CHANNELS'), allow: ids('ALLOW_CHANNELS'), deny: ids('DENY_CHANNELS') },
    interviews: pairsIn(read('CHANNEL_INTERVIEWS', pairsFault) ?? ''),
  };
  const fileFault: Fault = (path) =>
    isFolder(dirname(path)) ? undefined : `names ${path}, whose folder is not there. Create it first.`;
  const unansweredLog = read('UNANSWERED_LOG', fileFault);
  const feedbackLog = read('FEEDBACK_LOG', (path) =>
    path === unansweredLog
      ? `names ${path}, as UNANSWERED_LOG does. Give each its own file.`
      : fileFault(path),
  );
  const shards = readShards(read, faults);
  const editors = readEditors(read, faults);
  const healthPort = read('HEALTH_PORT', portFault);
  const host = read('HEALTH_HOST', hostFault) ?? LOOPBACK;
  if (faults.length > 0) {
    return {
      ok: false,
      faults,
      message: `The configuration is wrong:\n${faults.map((fault) => `  ${fault}\n`).join('')}`,
    };
  }
  return {
    ok: true,
    config: {
      ...(token === undefined ? {} : { token }),
      ...(apiUrl === undefined ? {} : { apiUrl }),
      ...(unansweredLog === undefined ? {} : { unansweredLog }),
      ...(shards === undefined ? {} : { shards }),
      ...(healthPort === undefined ? {} : { health: { host, port: Number(healthPort) } }),
      ...(feedbackLog === undefined ? {} : { feedbackLog }),
      ...(editors === undefined ? {} : { editors }),
      knowledge,
      logLevel: LOG_LEVELS.find((known) => known === level) ?? 'info',
      limits: {
        memberPerMinute: Number(member ?? DEFAULT_MEMBER_PER_MINUTE),
        channelPerMinute: Number(channel ?? DEFAULT_CHANNEL_PER_MINUTE),
      },
      channels,
    },
  };
}

/** Every variable that is read: a name beside these is a slip, or somebody else's. */
export const VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'KNOWLEDGE_DIR',
  'LOG_LEVEL',
  'LIMIT_MEMBER_PER_MINUTE',
  'LIMIT_CHANNEL_PER_MINUTE',
  'ASK_CHANNELS',
  'ALLOW_CHANNELS',
  'DENY_CHANNELS',
  'CHANNEL_INTERVIEWS',
  'UNANSWERED_LOG',
  'FEEDBACK_LOG',
  'VERBATIM_ASSISTANT_KEY',
  'SHARD_IDS',
  'SHARD_COUNT',
  'HEALTH_PORT',
  'HEALTH_HOST',
  'EDITORS_MAY_WRITE',
  'EDITOR_ROLES',
] as const;
type Variable = (typeof VARIABLES)[number];

type Fault = (value: string) => string | undefined;

/** Both variables or neither, since each means nothing without the other. */
function readShards(read: ReturnType<typeof reader>, faults: string[]): ShardList | undefined {
  const before = faults.length;
  const written = read('SHARD_IDS', shardIdsFault);
  const total = read('SHARD_COUNT', shardCountFault);
  if (faults.length > before || (written === undefined && total === undefined)) return undefined;
  if (written === undefined)
    faults.push('SHARD_IDS is missing. Write the ids of this process’s shards, such as 0-3.');
  if (total === undefined)
    faults.push('SHARD_COUNT is missing. Write how many shards all processes have together.');
  if (written === undefined || total === undefined) return undefined;
  const ids = [...new Set(written.split(SEPARATORS).flatMap(idsIn))].toSorted((one, other) => one - other);
  const count = Number(total);
  const beyond = ids.find((id) => id >= count);
  if (beyond === undefined) return { ids, count };
  faults.push(`SHARD_IDS names shard ${beyond}, but of SHARD_COUNT=${count} the last is ${count - 1}.`);
  return undefined;
}

/** Undefined where they may not write. A switch without a role would let nobody, and is a slip. */
function readEditors(read: ReturnType<typeof reader>, faults: string[]): readonly string[] | undefined {
  const before = faults.length;
  const mayWrite = read('EDITORS_MAY_WRITE', switchFault);
  const roles = read('EDITOR_ROLES', rolesFault);
  if (faults.length > before || mayWrite === undefined || !isOn(mayWrite)) return undefined;
  if (roles !== undefined) return [...new Set(roles.split(SEPARATORS))];
  faults.push(
    'EDITOR_ROLES is missing. With EDITORS_MAY_WRITE write the ids of the roles whose members are editors.',
  );
  return undefined;
}

/** `4-6` -> 4, 5, 6. */
function idsIn(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Reads trimmed values; an empty one counts as not set. */
function reader(environment: Environment, faults: string[]) {
  return (name: Variable, faultOf: Fault): string | undefined => {
    const value = environment[name]?.trim() ?? '';
    if (value === '') return undefined;
    const fault = faultOf(value);
    if (fault !== undefined) faults.push(`${name} ${fault}`);
    return value;
  };
}

function pairsIn(value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...value.matchAll(/(\d+)=([a-z0-9-]+)/g)].map(([, channel, id]) => [channel, id]),
  );
}
