// Work in flight: each piece is waited for, what concerns one message takes turns, no failure is lost. And how its requests go
// out: what answers an interaction never waits behind the bot's own limits, and is given up when it is too late.
import {
  type Client,
  DiscordAPIError,
  HTTPError,
  type InternalRequest,
  REST,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Journal } from '../desk/journal.ts';
import { describeError } from '../desk/log.ts';
import { type Loss, SIDE_WORK, type SideWork } from '../desk/vitals.ts';
import type { Patience } from './patience.ts';

/** Work whose failure costs somebody an answer, and other work. */
export type Work = 'message' | 'edit' | 'interaction' | SideWork;

export interface Intake {
  /** Starts the work, unless closed; its failure is logged, and counted where an answer is lost. */
  readonly take: (what: Work, work: () => Promise<void>) => void;
  /** Refuses what comes from now on. */
  readonly close: () => void;
  /** Resolves when nothing is in flight. */
  readonly drained: () => Promise<void>;
}

type Watched = Pick<Journal, 'log' | 'lost' | 'vitals'>;

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

/** What Discord's codes say about an answer that it did not take; all are losses that nobody can prevent. */
const LOSS_BY_CODE: ReadonlyMap<number | string, Loss> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.UnknownWebhook, 'gone'],
  [RESTJSONErrorCodes.UnknownInteraction, 'late'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'late'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'forbidden'],
  [RESTJSONErrorCodes.ThreadLocked, 'forbidden'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'forbidden'],
]);

function lossOf(error: unknown): { readonly loss: Loss; readonly isExpected: boolean } {
  if (error instanceof DiscordAPIError) {
    const loss = LOSS_BY_CODE.get(error.code);
    return { loss: loss ?? 'refused', isExpected: loss !== undefined };
  }
  if (error instanceof TooLate) return { loss: 'late', isExpected: true };
  if (isUnanswered(error)) return { loss: 'unreachable', isExpected: false };
  return { loss: error instanceof HTTPError ? 'refused' : 'fault', isExpected: false };
}

/** What is said of each in the log. */
const FAILED: Readonly<Record<SideWork, string>> = {
  deletion: 'an answer could not be removed with its question',
  suggestions: 'suggestions could not be shown',
  start: 'the start could not be told',
  commands: 'the commands could not be looked after',
};

function report({ log, lost, vitals }: Watched, what: Work, error: unknown): void {
  const { loss, isExpected } = lossOf(error);
  const work = SIDE_WORK.find((each) => each === what);
  if (work === undefined) lost(loss);
  else vitals.failed(work, loss);
  const told = work === undefined ? `an answer ${isExpected ? 'was lost' : 'failed'}` : FAILED[work];
  const line = { what, loss, error: describeError(error) };
  if (isExpected) log.warn(line, told);
  else log.error(line, told);
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

/** An answer that waited too long to be sent. */
class TooLate extends Error {
  constructor(milliseconds: number) {
    super(`not sent within ${Math.round(milliseconds / 1000)} s`);
    this.name = 'TooLate';
  }
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

/** Whether a request ended without any answer: it may or may not have had its effect. */
function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DiscordAPIError || error instanceof HTTPError)
    return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return 'code' in error && typeof error.code === 'string' && /^(?:UND_ERR_|E[A-Z_]+$)/.test(error.code);
}

/** Whether a request that failed may have had its effect all the same. */
export function isDoubtful(error: unknown): boolean {
  return isUnanswered(error) || error instanceof HTTPError || error instanceof TooLate;
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
