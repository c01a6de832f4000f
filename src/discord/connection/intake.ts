// Work in flight: every piece is waited for, what concerns one message takes turns, and no failure is lost; once closed,
// nothing new is taken in.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { describeError, type Log } from '../desk/log.ts';

export interface Intake {
  /** Starts the work, unless closed; its failure is logged. */
  readonly take: (what: string, work: () => Promise<void>) => void;
  /** Refuses what comes from now on. */
  readonly close: () => void;
  /** Resolves when nothing is in flight. */
  readonly drained: () => Promise<void>;
}

export function openIntake(log: Log): Intake {
  const inFlight = new Set<Promise<void>>();
  let isOpen = true;
  return {
    take: (what, work) => {
      if (!isOpen) return;
      const done = work()
        .catch((error: unknown) => report(log, what, error))
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

/** Losses that nobody can prevent: the member, the message or the moment is gone, or the server's rules forbid it. */
const EXPECTED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);

function report(log: Log, what: string, error: unknown): void {
  const isExpected = error instanceof DiscordAPIError && EXPECTED.has(error.code);
  if (isExpected) log.warn({ what, error: describeError(error) }, 'an answer was lost');
  else log.error({ what, error: describeError(error) }, 'an answer failed');
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
