// Running a slash command, or typing into one of its options: what a person fills in, as Discord's client checks it.
import { type Json, objectsIn, stringIn } from '../protocol/json.ts';
import type { Channel, Interaction, User } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import {
  type Actor,
  answersTo,
  commandData,
  describeValues,
  findOffer,
  Impossible,
  startInteraction,
} from './interact.ts';

export type OptionValues = Readonly<Record<string, OptionValue>>;

export interface CommandUse {
  /** The command's name and subcommands, e.g. `/ask` or `/interview list`. */
  readonly path: string;
  readonly values: OptionValues;
  readonly channel: Channel;
  /** The option that is being typed, for autocomplete. */
  readonly focused?: string;
}

const CHAT_INPUT = 1;

export function startCommand(world: World, actor: Actor, use: CommandUse): Interaction {
  const { path, values, channel, focused } = use;
  const names = path.replace(/^\//u, '').split(' ');
  const { command, owners } = findOffer(world, actor, { name: names[0] ?? '', type: CHAT_INPUT, channel });
  const filling = { user: actor.user, path: names, command: command.body, values };
  const options = fillOptions(focused === undefined ? filling : { ...filling, focused });
  const data: Json = { ...commandData(command), options };
  const label = `/${names.join(' ')}${describeValues(values)}${focused === undefined ? '' : '…'}`;
  const kind = focused === undefined ? 'chat-input' : 'autocomplete';
  return startInteraction(world, actor, { kind, channel, data, label, owners });
}

export type OptionValue = string | number | boolean;

const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  number: 10,
} as const;

export interface Filling {
  readonly user: User;
  /** The command's name and subcommands: `/interview list` is ['interview', 'list']. */
  readonly path: readonly string[];
  readonly command: Json;
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option that is being typed, for autocomplete; required options may then be missing. */
  readonly focused?: string;
}

/** Discord's `options` of an interaction: values, within the subcommands that lead to them. */
function fillOptions(filling: Filling): readonly Json[] {
  const [, ...subcommands] = filling.path;
  return fillInto(filling, objectsIn(filling.command['options']), subcommands);
}

function fillInto(
  filling: Filling,
  options: readonly Json[],
  subcommands: readonly string[],
): readonly Json[] {
  const [next, ...rest] = subcommands;
  if (next !== undefined) {
    const sub = options.find((option) => answersTo(option, next, filling.user));
    if (sub === undefined) throw cannotRun(filling, `it has no subcommand "${next}"`);
    const { type, name } = sub;
    return [{ type, name, options: fillInto(filling, objectsIn(sub['options']), rest) }];
  }
  const isGroup = ({ type }: Json) => type === OPTION.subcommand || type === OPTION.group;
  if (options.some(isGroup)) throw cannotRun(filling, 'it needs a subcommand');
  requireAll(filling, options);
  return Object.entries(filling.values).map(([name, value]) => fillOne(filling, options, [name, value]));
}

function fillOne(filling: Filling, options: readonly Json[], [name, value]: [string, OptionValue]): Json {
  const option = options.find((each) => answersTo(each, name, filling.user));
  if (option === undefined) throw cannotRun(filling, `it has no option "${name}"`);
  const isFocused = name === filling.focused;
  const problem = isFocused ? undefined : valueProblem(option, value);
  if (problem !== undefined) throw cannotRun(filling, `option "${name}" ${problem}`);
  if (isFocused && option['autocomplete'] !== true)
    throw cannotRun(filling, `option "${name}" has no autocomplete`);
  return { type: option['type'], name: option['name'], value, ...(isFocused ? { focused: true } : {}) };
}

function requireAll(filling: Filling, options: readonly Json[]): void {
  if (filling.focused !== undefined) return;
  const given = Object.keys(filling.values);
  const missing = options.find(
    (option) => option['required'] === true && !given.some((name) => answersTo(option, name, filling.user)),
  );
  if (missing !== undefined) throw cannotRun(filling, `option "${stringIn(missing, 'name')}" is required`);
}

function valueProblem(option: Json, value: OptionValue): string | undefined {
  const choices = objectsIn(option['choices']);
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value))
    return 'is none of its choices';
  switch (option['type']) {
    case OPTION.string:
      return typeof value === 'string' ? rangeProblem(option, 'length', value.length) : 'takes text';
    case OPTION.integer:
      return Number.isInteger(value) ? rangeProblem(option, 'value', Number(value)) : 'takes a whole number';
    case OPTION.number:
      return typeof value === 'number' ? rangeProblem(option, 'value', value) : 'takes a number';
    case OPTION.boolean:
      return typeof value === 'boolean' ? undefined : 'takes true or false';
    default:
      return `is of type ${option['type']}, which the simulator does not fill`;
  }
}

function rangeProblem(option: Json, kind: 'length' | 'value', size: number): string | undefined {
  const max = option[`max_${kind}`];
  const min = option[`min_${kind}`];
  if (typeof max === 'number' && size > max) return `exceeds its ${kind} of ${max}`;
  if (typeof min === 'number' && size < min) return `falls short of its ${kind} of ${min}`;
  return undefined;
}

function cannotRun({ user, path }: Filling, why: string): Impossible {
  return new Impossible(user.name, `run /${path.join(' ')}`, why);
}
