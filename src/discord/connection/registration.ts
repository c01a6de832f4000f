// Registers the commands: globally, only where they differ from what Discord already has, and again where an attempt failed.
import { type Client, DiscordAPIError, Routes } from 'discord.js';
import type { OpenDesk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { type Command, commandsFor } from './commands.ts';
import { type Patience, pauseBefore } from './patience.ts';

export interface Keeping {
  readonly client: Client<true>;
  /** The commands depend on its interviews, as they are at each attempt. */
  readonly desk: Pick<OpenDesk, 'shelf' | 'editors' | 'journal'>;
  readonly patience: Patience;
  /** Ends every waiting. */
  readonly stop: AbortSignal;
  /** Starts what is not waited for. */
  readonly later: (work: () => Promise<void>) => void;
}

/**
 * What it returns registers the commands, and resolves after the first attempt, well or not: mentions and direct messages work
 * all the same. What may pass is tried again, with a growing pause, until a later call takes over.
 */
export function keepCommands(keeping: Keeping): () => Promise<void> {
  const { shards } = keeping.client.options;
  // Of several processes one registers them.
  if (!Array.isArray(shards) || !shards.includes(0)) return () => Promise.resolve();
  let turn = new AbortController();
  return () => {
    turn.abort();
    turn = new AbortController();
    return tryToRegister(keeping, AbortSignal.any([keeping.stop, turn.signal]), 1);
  };
}

async function tryToRegister(keeping: Keeping, end: AbortSignal, attempt: number): Promise<void> {
  const { client, desk, patience, later } = keeping;
  const { log } = desk.journal;
  const editorsMayWrite = desk.editors !== undefined;
  try {
    const commands = commandsFor(desk.shelf.library.interviews.length, { editorsMayWrite });
    const outcome = await registerCommands(client, commands);
    if (attempt === 1) log.debug({ outcome }, 'commands compared');
    else log.info({ outcome, attempt }, 'the commands are registered after all');
  } catch (error) {
    const mayPass = !(error instanceof DiscordAPIError) || error.status >= LEAST_SERVER_ERROR;
    // One line for each change, not for each attempt.
    if (attempt === 1)
      log.error({ again: mayPass, error: describeError(error) }, 'the commands could not be registered');
    if (!mayPass) return;
    later(async () => {
      await patience.sleep(pauseBefore(attempt, patience), end);
      if (!end.aborted) await tryToRegister(keeping, end, attempt + 1);
    });
  }
}

/** Below it Discord refuses what it was sent, and would again. */
const LEAST_SERVER_ERROR = 500;

/** Globally, only where they differ from those that Discord has; returns whether anything had to be put. */
async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
): Promise<'unchanged' | 'registered'> {
  const route = Routes.applicationCommands(client.application.id);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await client.rest.get(route, { query });
  if (areSame(registered, commands)) return 'unchanged';
  await client.rest.put(route, { body: commands });
  return 'registered';
}

/** Whether Discord's list says the same as ours; what Discord adds (ids, defaults) does not count. */
export function areSame(registered: unknown, commands: readonly Command[]): boolean {
  if (!Array.isArray(registered) || registered.length !== commands.length) return false;
  return commands.every((command) =>
    registered.some(
      (other: unknown) => isObject(other) && isIdentity(other, command) && holds(other, command),
    ),
  );
}

function isIdentity(other: Readonly<Record<string, unknown>>, { name, type }: Command): boolean {
  return other['name'] === name && (other['type'] ?? 1) === (type ?? 1);
}

/** Whether `actual` has everything that `expected` has; a list or a table of localisations must have no more. */
function holds(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return holdsList(actual ?? [], expected);
  if (!isObject(expected)) return actual === expected || (expected === false && actual === undefined);
  return (
    isObject(actual) &&
    Object.entries(expected).every(
      ([key, value]) =>
        holds(actual[key], value) && (!key.endsWith('_localizations') || isAsLong(actual[key], value)),
    )
  );
}

/** Options stand in an order; Discord may return sets of numbers (contexts, installation types) in another one. */
function holdsList(actual: unknown, expected: readonly unknown[]): boolean {
  if (!Array.isArray(actual) || actual.length !== expected.length) return false;
  return expected.every((item, index) =>
    isObject(item) ? holds(actual[index], item) : actual.includes(item),
  );
}

function isAsLong(actual: unknown, expected: unknown): boolean {
  return Object.keys(actual ?? {}).length === Object.keys(expected ?? {}).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
