// What becomes of work that failed: which loss it is, whether anybody could have prevented it, and whether it may have had its
// effect all the same.
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Journal } from '../desk/journal.ts';
import { describeError } from '../desk/log.ts';
import { type Loss, SIDE_WORK, type SideWork } from '../desk/vitals.ts';

/** Work whose failure costs somebody an answer, and other work. */
export type Work = 'message' | 'edit' | 'interaction' | SideWork;

export type Watched = Pick<Journal, 'log' | 'lost' | 'vitals'>;

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

/** One line of the log, and counted: where an answer is lost, or beside it. */
export function report({ log, lost, vitals }: Watched, what: Work, error: unknown): void {
  const { loss, isExpected } = lossOf(error);
  const work = SIDE_WORK.find((each) => each === what);
  if (work === undefined) lost(loss);
  else vitals.failed(work, loss);
  const told = work === undefined ? `an answer ${isExpected ? 'was lost' : 'failed'}` : FAILED[work];
  const line = { what, loss, error: describeError(error) };
  if (isExpected) log.warn(line, told);
  else log.error(line, told);
}

/** An answer that waited too long to be sent. */
export class TooLate extends Error {
  constructor(milliseconds: number) {
    super(`not sent within ${Math.round(milliseconds / 1000)} s`);
    this.name = 'TooLate';
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
