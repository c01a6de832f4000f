// How requests go out: what answers an interaction never waits behind the bot's own limits, from which Discord exempts it; an
// answer that could not be sent in time is given up; and what a failed request tells about its effect.
import { type Client, DiscordAPIError, HTTPError, type InternalRequest, REST } from 'discord.js';
import type { Patience } from './patience.ts';

/** An answer that waited too long to be sent. */
export class TooLate extends Error {
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
}

export function ruleRequests(
  { rest }: Client,
  { longestSending }: Pick<Patience, 'longestSending'>,
): Requests {
  const ofInteractions = new REST(rest.options);
  const ordinary = rest.request.bind(rest);
  rest.request = (request) => {
    const send = (timely: InternalRequest) =>
      timely.auth === false ? ofInteractions.request(timely) : ordinary(timely);
    return isAnswer(request) ? inTime(request, { send, longestSending }) : send(request);
  };
  return {
    forgetLimits: () => {
      for (const each of [rest, ofInteractions]) {
        each.globalReset = -1;
        each.globalDelay = null;
        each.handlers.clear();
      }
    },
  };
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
export function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DiscordAPIError || error instanceof HTTPError)
    return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return 'code' in error && typeof error.code === 'string' && /^(?:UND_ERR_|E[A-Z_]+$)/.test(error.code);
}

/** Whether a request that failed may have had its effect all the same. */
export function isDoubtful(error: unknown): boolean {
  return isUnanswered(error) || error instanceof HTTPError || error instanceof TooLate;
}
