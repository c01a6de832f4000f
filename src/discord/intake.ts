// Work in flight: every piece is waited for and no failure is lost; once closed, nothing new is taken in.
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';

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
]);

function report(log: Log, what: string, error: unknown): void {
  const isExpected = error instanceof DiscordAPIError && EXPECTED.has(error.code);
  if (isExpected) log.warn({ what, error: describeError(error) }, 'an answer was lost');
  else log.error({ what, error: describeError(error) }, 'an answer failed');
}
