// From a question's dispatch on the gateway to the bot's REST request, in the process of the simulated Discord.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';

/** Node tells of each HTTP request when its head has come: before the simulator reads or checks anything. */
const REQUEST_START = 'http.server.request.start';
const ANSWER = /\/(?:messages|callback)$/;
const QUESTION_EVENTS = ['MESSAGE_CREATE', 'INTERACTION_CREATE'];

export interface Stopwatch {
  /** Milliseconds from the dispatch of what `ask` causes to the request that answers it. */
  readonly time: (ask: () => Promise<void>) => Promise<number>;
  readonly end: () => void;
}

export function stopwatchFor(discord: SimulatedDiscord, now: () => number): Stopwatch {
  const port = Number(new URL(discord.api).port);
  let dispatched: number | undefined;
  let answered: number | undefined;
  const seeRequest = (event: unknown) => {
    if (dispatched !== undefined && isAnswer(event, port)) answered ??= now();
  };
  subscribe(REQUEST_START, seeRequest);
  const endLog = discord.log.subscribe((entry) => {
    if (entry.kind !== 'gateway' || entry.direction !== 'to-bot' || !entry.delivered) return;
    if (QUESTION_EVENTS.includes(entry.name)) dispatched ??= now();
  });
  return {
    time: async (ask) => {
      dispatched = undefined;
      answered = undefined;
      await ask();
      if (dispatched === undefined || answered === undefined)
        throw new Error('No request answered the question.');
      return answered - dispatched;
    },
    end: () => {
      unsubscribe(REQUEST_START, seeRequest);
      endLog();
    },
  };
}

function isAnswer(event: unknown, port: number): boolean {
  if (typeof event !== 'object' || event === null || !('request' in event)) return false;
  const { request } = event;
  if (!(request instanceof IncomingMessage) || request.socket.localPort !== port) return false;
  return request.method === 'POST' && ANSWER.test(request.url?.split('?')[0] ?? '');
}
