// Running a slash command, or typing into one of its options for autocomplete.
import type { Json } from '../json.ts';
import type { Channel, Interaction } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { fillOptions, type OptionValue } from './command-options.ts';
import { type Actor, commandData, describeValues, findOffer, startInteraction } from './interact.ts';

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
