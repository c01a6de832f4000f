// Starting interactions as Discord's client does: which commands are on offer where, by whose installation, or why not.
import { isObject, type Json, numberIn, stringIn } from '../protocol/json.ts';
import { interactionContext } from '../wire/messages.ts';
import type { Channel, Command, Interaction, InteractionKind, User } from '../world/nouns.ts';
import { allows, guildOf, permissionsIn } from '../world/permissions.ts';
import { addInteraction, type World } from '../world/world.ts';

const GUILD_INSTALL = 0;
const USER_INSTALL = 1;

export interface Actor {
  readonly user: User;
  /** Whether the person has added the application to their account. */
  readonly hasInstalled: boolean;
}

export interface Start {
  readonly kind: InteractionKind;
  readonly channel: Channel;
  readonly data: Json;
  readonly label: string;
  readonly owners: Readonly<Record<string, string>>;
  readonly sourceId?: string;
  readonly triggerId?: string;
}

export function startInteraction(world: World, { user }: Actor, start: Start): Interaction {
  const { kind, channel, data, label, owners, sourceId, triggerId } = start;
  const id = world.newId();
  const interaction: Interaction = {
    id,
    token: `fake-interaction-token-${id}`,
    kind,
    user,
    channelId: channel.id,
    data,
    label,
    sourceId,
    triggerId,
    owners,
    createdAt: world.clock.now(),
    response: { state: 'none' },
    followUpIds: [],
  };
  addInteraction(world, interaction);
  return interaction;
}

export interface Offer {
  readonly command: Command;
  readonly owners: Readonly<Record<string, string>>;
}

export interface Wish {
  readonly name: string;
  readonly type: number;
  readonly channel: Channel;
}

/** The command, if Discord's client would offer it to this person here. */
export function findOffer(world: World, actor: Actor, { name, type, channel }: Wish): Offer {
  const command = [...world.commands.values()].find(
    (each) => each.type === type && answersTo({ ...each.body, name: each.name }, name, actor.user),
  );
  const judged =
    command === undefined
      ? 'the bot has registered no such command'
      : judge(world, actor, { command, channel });
  if (typeof judged !== 'string') return judged;
  throw new Impossible(actor.user.name, `use "${name}" in ${channel.name}`, judged);
}

/** A person may use the name in their own language. */
export function answersTo(named: Json, name: string, { locale }: User): boolean {
  const localised = named['name_localizations'];
  return named['name'] === name || (isObject(localised) && localised[locale] === name);
}

/** All commands that Discord's client offers to this person here. */
export function offersIn(world: World, actor: Actor, channel: Channel): readonly Command[] {
  return [...world.commands.values()].filter(
    (command) => typeof judge(world, actor, { command, channel }) !== 'string',
  );
}

interface Use {
  readonly command: Command;
  readonly channel: Channel;
}

/** The offer, or why there is none. */
function judge(world: World, actor: Actor, { command, channel }: Use): Offer | string {
  const contexts = command.body['contexts'];
  const context = interactionContext(world, channel);
  if (Array.isArray(contexts) && !contexts.includes(context))
    return `it is not offered in context ${context}`;
  if (!mayUse(world, actor, { command, channel })) return 'the permission is missing';
  const types = command.body['integration_types'];
  const owners = ownersOf(world, actor, { channel, types: Array.isArray(types) ? types : [GUILD_INSTALL] });
  return Object.keys(owners).length === 0
    ? 'neither the guild nor the person has installed the application'
    : { command, owners };
}

export interface Installation {
  readonly channel: Channel;
  /** The command's integration types. */
  readonly types: readonly unknown[];
}

/** Discord's authorizing_integration_owners: who installed what makes this interaction possible. */
export function ownersOf(world: World, actor: Actor, { channel, types }: Installation) {
  const guild = guildOf(world, channel);
  const isBotDm =
    guild === undefined && channel.kind === 'dm' && channel.participantIds.includes(world.bot.id);
  const joinedId = guild?.botIsMember ? guild.id : undefined;
  // Discord's sign for a direct message with the bot, where no guild stands behind the installation.
  const byGuild = isBotDm ? '0' : joinedId;
  return {
    ...(byGuild !== undefined && types.includes(GUILD_INSTALL) ? { [GUILD_INSTALL]: byGuild } : {}),
    ...(actor.hasInstalled && types.includes(USER_INSTALL) ? { [USER_INSTALL]: actor.user.id } : {}),
  };
}

function mayUse(world: World, { user }: Actor, { command, channel }: Use): boolean {
  const bits = permissionsIn(world, channel, user.id) ?? 0n;
  if (!allows(bits, 'ViewChannel') || !allows(bits, 'UseApplicationCommands')) return false;
  const required = command.body['default_member_permissions'];
  if (channel.guildId === undefined || (typeof required !== 'string' && typeof required !== 'number'))
    return true;
  const needed = BigInt(required);
  // No permission at all is Discord's way to say: administrators only.
  return needed === 0n ? allows(bits, 'Administrator') : (bits & needed) === needed;
}

/** Discord's `data` of a command interaction, without its options or target. */
export function commandData({ id, name, type }: Command): Json {
  return { id, name, type };
}

export function describeValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}:${value}`)
    .join('');
}

export function componentData(component: Json, values?: readonly string[]): Json {
  return {
    custom_id: stringIn(component, 'custom_id'),
    component_type: numberIn(component, 'type'),
    id: numberIn(component, 'id'),
    ...(values === undefined ? {} : { values }),
  };
}

export class Impossible extends Error {
  constructor(who: string, what: string, why: string) {
    super(`${who} cannot ${what}: ${why}`);
    this.name = 'Impossible';
  }
}
