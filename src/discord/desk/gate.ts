// Whether something is answered: where the bot may speak, once, and within the limits of its member and its channel.

export interface Gate {
  /** Whether texts that do not address the bot must be read. */
  readonly readsAll: boolean;
  /** Whether the bot may speak there for all to see. */
  readonly maySpeak: (channel: ChannelIds) => boolean;
  /** Whether questions are answered there without a mention. */
  readonly isAskChannel: (channel: ChannelIds) => boolean;
  /** The id of the interview that questions there go to unless they name another; undefined where all are asked. */
  readonly interviewIn: (channel: ChannelIds) => string | undefined;
  /** True the first time that an id is seen, as Discord delivers some events twice; false while it is remembered. */
  readonly claim: (id: string) => boolean;
  /** Counts a question against its member and its channel. */
  readonly admit: (origin: Origin) => Admitted;
  /** Whether a member's typing is still completed: many keys are one question. */
  readonly admitTyping: (member: string) => boolean;
}

export interface GateOptions {
  readonly channels: ChannelLists;
  readonly limits: Limits;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}

export function openGate({ channels, limits, now }: GateOptions): Gate {
  const member = limitRate({ perMinute: limits.memberPerMinute, now });
  const channel = limitRate({ perMinute: limits.channelPerMinute, now });
  const typing = limitRate({ perMinute: limits.memberPerMinute * KEYS_A_QUESTION, now });
  return {
    ...channelRules(channels),
    ...rememberIds(),
    admitTyping: (typist) => typing.admit(typist) === 'admitted',
    admit: (origin) => {
      const byMember = member.admit(origin.member);
      if (byMember !== 'admitted') return { outcome: byMember, limit: 'member' };
      const byChannel = channel.admit(origin.channel);
      return byChannel === 'admitted' ? { outcome: 'answer' } : { outcome: byChannel, limit: 'channel' };
    },
  };
}

/** Discord asks for choices at each pause in typing: more for one question than anybody pauses. */
const KEYS_A_QUESTION = 20;

/** Who asks, and where, by their ids. */
export interface Origin {
  readonly member: string;
  readonly channel: string;
}

export type Admitted =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'notice' | 'silence'; readonly limit: 'member' | 'channel' };

/** A channel in a server; a thread or forum post counts as its channel, and a channel as its category. */
export interface ChannelIds {
  readonly channelId: string;
  /** Of a thread its channel, of any other channel its category. */
  readonly parentId?: string | null | undefined;
  /** Of a thread. */
  readonly categoryId?: string | null | undefined;
}

export interface ChannelLists {
  /** Every question is answered there, without a mention. */
  readonly ask: readonly string[];
  /** Empty: everywhere. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** By channel, the id of its interview; left out: none has one. */
  readonly interviews?: Readonly<Record<string, string>>;
}

/** Everywhere or in the listed channels, never in the denied ones, unasked only in ask channels. */
function channelRules({
  ask,
  allow,
  deny,
  interviews = {},
}: ChannelLists): Pick<Gate, 'readsAll' | 'maySpeak' | 'isAskChannel' | 'interviewIn'> {
  const isIn = (list: readonly string[]) => {
    const ids = new Set(list);
    return ({ channelId, parentId, categoryId }: ChannelIds) =>
      [channelId, parentId, categoryId].some((id) => ids.has(id ?? ''));
  };
  const [isAsk, isAllowed, isDenied] = [isIn(ask), isIn(allow), isIn(deny)];
  const maySpeak = (channel: ChannelIds) => !isDenied(channel) && (allow.length === 0 || isAllowed(channel));
  return {
    maySpeak,
    isAskChannel: (channel) => isAsk(channel) && maySpeak(channel),
    readsAll: ask.length > 0,
    // A thread may have its own.
    interviewIn: ({ channelId, parentId }) => interviews[channelId] ?? interviews[parentId ?? ''],
  };
}

/** Questions a minute; 0 means no limit. */
export interface Limits {
  readonly memberPerMinute: number;
  readonly channelPerMinute: number;
}

export interface RateLimit {
  /** Over the limit one short notice, then silence until there is room. */
  readonly admit: (key: string) => 'admitted' | 'notice' | 'silence';
}

const WINDOW_MS = 60_000;
/** Keys remembered; beyond it the one that has been quiet longest is forgotten. */
const MOST_KEYS = 10_000;

interface Usage {
  readonly times: number[];
  noticed: boolean;
}

export interface RateLimitOptions {
  /** 0 means no limit. */
  readonly perMinute: number;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}

export function limitRate({ perMinute, now }: RateLimitOptions): RateLimit {
  const usages = new Map<string, Usage>();
  if (perMinute === 0) return { admit: () => 'admitted' };
  return {
    admit: (key) => {
      const time = now();
      const usage = usages.get(key) ?? { times: [], noticed: false };
      usages.delete(key);
      usages.set(key, usage);
      forgetOldest(usages);
      while (usage.times[0] !== undefined && usage.times[0] <= time - WINDOW_MS) usage.times.shift();
      if (usage.times.length < perMinute) {
        usage.times.push(time);
        usage.noticed = false;
        return 'admitted';
      }
      const admission = usage.noticed ? 'silence' : 'notice';
      usage.noticed = true;
      return admission;
    },
  };
}

function forgetOldest(usages: Map<string, Usage>): void {
  if (usages.size <= MOST_KEYS) return;
  const oldest = usages.keys().next();
  if (oldest.done !== true) usages.delete(oldest.value);
}

/** Ids kept: minutes of traffic on the busiest server, some hundred kilobytes. */
const DEFAULT_CAPACITY = 5000;

/** Remembers the most recent ids. */
export function rememberIds(capacity = DEFAULT_CAPACITY): Pick<Gate, 'claim'> {
  const ids = new Set<string>();
  return {
    claim: (id) => {
      if (ids.has(id)) return false;
      ids.add(id);
      const oldest = ids.values().next();
      if (ids.size > capacity && oldest.done !== true) ids.delete(oldest.value);
      return true;
    },
  };
}
