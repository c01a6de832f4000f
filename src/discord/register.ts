// Registers the commands globally, only where they differ from those that Discord already has.
import { type Client, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

type Command = RESTPostAPIApplicationCommandsJSONBody;

/** Returns whether anything had to be put. */
export async function registerCommands(
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
