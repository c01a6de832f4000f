// What happens to each event and each request. What cannot be read costs itself alone, and no words are kept; work is waited for,
// and takes turns for one message. What answers an interaction never waits behind the bot's own limits, and is given up when too late.
import { type Client, DiscordAPIError, type InternalRequest, REST, RESTJSONErrorCodes } from 'discord.js';
import { describeError, type Log } from '../desk/log.ts';
import { isUnanswered, report, TooLate, type Watched, type Work } from './losses.ts';
import type { Patience } from './patience.ts';

/** An event that the library cannot read costs itself and a line of the log, where it would be a failure that nobody catches. */
export function surviveEvents({ ws }: Client, log: Log): void {
  const handle = ws['handlePacket'].bind(ws);
  ws['handlePacket'] = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      const event = typeof packet === 'object' && packet !== null && 't' in packet ? packet.t : undefined;
      log.error({ event, error: describeError(error) }, 'an event could not be read');
      return false;
    }
  };
}

/** Users kept in memory beside the bot itself, in all: enough for a lively conversation. */
const MOST_USERS = 200;

function isOneself({ id, client }: { readonly id: string; readonly client: Client }) {
  return id === client.user?.id;
}

/** Nothing is answered from a cache: none of members' words are kept, and of a server's members only the bot. */
export const CACHES = {
  MessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildScheduledEventManager: 0,
  StageInstanceManager: 0,
  UserManager: { maxSize: MOST_USERS, keepOverLimit: isOneself },
  GuildMemberManager: { maxSize: 0, keepOverLimit: isOneself },
};

export interface Intake {
  /** Starts the work, unless closed; its failure is logged, and counted where an answer is lost. */
  readonly take: (what: Work, work: () => Promise<void>) => void;
  /** Refuses what comes from now on. */
  readonly close: () => void;
  /** Resolves when nothing is in flight. */
  readonly drained: () => Promise<void>;
}

export function openIntake(journal: Watched): Intake {
  const inFlight = new Set<Promise<void>>();
  let isOpen = true;
  return {
    take: (what, work) => {
      if (!isOpen) return;
      const done = work()
        .catch((error: unknown) => report(journal, what, error))
        .finally(() => inFlight.delete(done));
      inFlight.add(done);
    },
    close: () => {
      isOpen = false;
    },
    drained: async () => {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

/** One thing at a time for each message: its edit or deletion waits until its answer has been sent. */
export interface MessageTurns {
  /** Does the work once what was taken before for the same key has ended, well or not. */
  readonly take: (key: string, work: () => Promise<void>) => Promise<void>;
}

export function takeTurns(): MessageTurns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (key, work) => {
      const before = last.get(key);
      const mine = before === undefined ? work() : before.then(work, work);
      last.set(key, mine);
      try {
        await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}

export interface Requests {
  /**
   * Forgets how long to wait: the library counts by the machine's clock, and after a step back it would wait for as long as
   * the step was.
   */
  readonly forgetLimits: () => void;
  /** Lets go of what only the end of the process would. */
  readonly close: () => void;
}

export function ruleRequests(
  { rest }: Client,
  { longestSending }: Pick<Patience, 'longestSending'>,
): Requests {
  const ofInteractions = new REST(rest.options);
  const ofFurtherMessages = new REST({ ...rest.options, retries: 0 });
  const ordinary = rest.request.bind(rest);
  rest.request = (request) => {
    const send = (timely: InternalRequest) => {
      if (isFurtherMessage(timely)) return ofFurtherMessages.request(timely);
      return timely.auth === false ? ofInteractions.request(timely) : ordinary(timely);
    };
    return isAnswer(request) ? inTime(request, { send, longestSending }) : send(request);
  };
  const beside = [ofInteractions, ofFurtherMessages];
  return {
    forgetLimits: () => {
      for (const each of [rest, ...beside]) {
        each.globalReset = -1;
        each.globalDelay = null;
        each.handlers.clear();
      }
    },
    close: () => {
      for (const each of beside) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
}

/** A message after the first response to an interaction: Discord takes no nonce there, and stores each repetition anew. */
function isFurtherMessage({ auth, fullRoute, method }: InternalRequest): boolean {
  return auth === false && method === 'POST' && fullRoute.startsWith('/webhooks/');
}

/** What carries an answer: messages in channels, and all that goes by an interaction's token. */
function isAnswer({ auth, fullRoute, method }: InternalRequest): boolean {
  if (auth === false) return true;
  return /^\/channels\/\d+\/messages(?:\/|$)/.test(fullRoute) && ['POST', 'PATCH'].includes(method);
}

interface Timely {
  readonly send: (request: InternalRequest) => Promise<unknown>;
  readonly longestSending: number;
}

async function inTime(request: InternalRequest, { send, longestSending }: Timely): Promise<unknown> {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      end.abort();
      reject(new TooLate(longestSending));
    }, longestSending);
  });
  try {
    return await Promise.race([send({ ...request, signal: end.signal }), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Repeats once what Discord did not answer at all: only for requests that have one effect however often they come. */
export function twice<Given, Result>(
  send: (given: Given) => Promise<Result>,
): (given: Given) => Promise<Result> {
  return (given) =>
    send(given).catch((error: unknown) => {
      if (!isUnanswered(error)) throw error;
      return send(given);
    });
}

/** Whether it was done; false where its message is gone already. For requests that have one effect however often they come. */
export async function unlessGone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await twice(act)(undefined);
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
    throw error;
  }
}
