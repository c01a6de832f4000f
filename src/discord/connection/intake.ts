// Work in flight: every piece is waited for, what concerns one message takes turns, and no failure is lost; once closed,
// nothing new is taken in.
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Journal } from '../desk/journal.ts';
import { describeError } from '../desk/log.ts';
import type { Loss } from '../desk/vitals.ts';
import { isUnanswered, TooLate } from './requests.ts';

/** Work whose failure costs somebody an answer, and other work. */
export type Work = 'message' | 'edit' | 'interaction' | 'suggestions' | 'deletion' | 'start' | 'commands';

const ANSWERS: readonly Work[] = ['message', 'edit', 'interaction'];

export interface Intake {
  /** Starts the work, unless closed; its failure is logged, and counted where an answer is lost. */
  readonly take: (what: Work, work: () => Promise<void>) => void;
  /** Refuses what comes from now on. */
  readonly close: () => void;
  /** Resolves when nothing is in flight. */
  readonly drained: () => Promise<void>;
}

export function openIntake(journal: Pick<Journal, 'log' | 'lost'>): Intake {
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

function report({ log, lost }: Pick<Journal, 'log' | 'lost'>, what: Work, error: unknown): void {
  const { loss, isExpected } = lossOf(error);
  if (ANSWERS.includes(what)) lost(loss);
  if (isExpected) log.warn({ what, loss, error: describeError(error) }, 'an answer was lost');
  else log.error({ what, loss, error: describeError(error) }, 'an answer failed');
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
