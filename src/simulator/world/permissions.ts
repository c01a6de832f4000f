// Discord's permission bits by name, and what somebody may do in a channel.
import type { Snowflake } from './clock.ts';
import type { Channel, Guild, Member, Role } from './nouns.ts';
import { memberIn, rolesOf, type World } from './world.ts';

const BIT = {
  CreateInstantInvite: 0,
  KickMembers: 1,
  BanMembers: 2,
  Administrator: 3,
  ManageChannels: 4,
  ManageGuild: 5,
  AddReactions: 6,
  ViewChannel: 10,
  SendMessages: 11,
  ManageMessages: 13,
  EmbedLinks: 14,
  AttachFiles: 15,
  ReadMessageHistory: 16,
  MentionEveryone: 17,
  UseExternalEmojis: 18,
  Connect: 20,
  Speak: 21,
  ManageRoles: 28,
  ManageWebhooks: 29,
  UseApplicationCommands: 31,
  ManageThreads: 34,
  CreatePublicThreads: 35,
  SendMessagesInThreads: 38,
  ModerateMembers: 40,
  UseExternalApps: 50,
} as const;

export type PermissionName = keyof typeof BIT;

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | (1n << BigInt(BIT[name])), 0n);
}

const ALL_BITS = permissionBits(Object.keys(BIT).filter((name): name is PermissionName => name in BIT));
const ADMINISTRATOR = permissionBits(['Administrator']);

/** What @everyone may do in a new guild. */
export const EVERYONE_DEFAULT: readonly PermissionName[] = [
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'Connect',
  'Speak',
  'UseExternalApps',
];

/** What everybody may do in a conversation outside a guild. */
export const PRIVATE_CHANNEL_PERMISSIONS = permissionBits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseApplicationCommands',
]);

export interface Standing {
  readonly guild: Guild;
  readonly member: Member;
  readonly roles: readonly Role[];
}

export function guildPermissions({ guild, member, roles }: Standing): bigint {
  if (guild.ownerId === member.userId) return ALL_BITS;
  const held = roles.filter((role) => role.id === guild.id || member.roleIds.includes(role.id));
  const bits = held.reduce((sum, role) => sum | role.permissions, 0n);
  return (bits & ADMINISTRATOR) === ADMINISTRATOR ? ALL_BITS : bits;
}

/** A thread has its parent's overwrites, so pass the parent channel for a thread. */
function channelPermissions(standing: Standing, channel: Channel): bigint {
  const base = guildPermissions(standing);
  if (base === ALL_BITS) return base;
  const mine = (id: string) => id === standing.member.userId || standing.member.roleIds.includes(id);
  const everyone = channel.overwrites.filter((overwrite) => overwrite.id === standing.guild.id);
  const personal = channel.overwrites.filter((overwrite) => mine(overwrite.id));
  return [...everyone, ...personal].reduce((bits, { deny, allow }) => (bits & ~deny) | allow, base);
}

export function allows(bits: bigint, name: PermissionName): boolean {
  const bit = permissionBits([name]);
  return (bits & bit) === bit;
}

export function guildOf(world: World, channel: Channel): Guild | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}

/** The user's permission bits in a channel; undefined when the user has no place there. */
export function permissionsIn(world: World, channel: Channel, userId: Snowflake): bigint | undefined {
  const guild = guildOf(world, channel);
  if (guild === undefined) {
    return channel.participantIds.includes(userId) ? PRIVATE_CHANNEL_PERMISSIONS : undefined;
  }
  const member = memberIn(world, guild.id, userId);
  if (member === undefined) return undefined;
  const standing = { guild, member, roles: rolesOf(world, guild.id) };
  const bits = channelPermissions(standing, rulingChannel(world, channel));
  return isExempt(bits) ? bits : afterTimeOut(world, member, afterImplied(channel, bits));
}

function rulingChannel(world: World, channel: Channel): Channel {
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  return channel.kind === 'thread' ? (parent ?? channel) : channel;
}

function isExempt(bits: bigint): boolean {
  return bits === ALL_BITS;
}

/** In voice and stage channels nothing is allowed without CONNECT (documentation, "Permissions", "Implicit Permissions"). */
function afterImplied({ kind }: Channel, bits: bigint): bigint {
  return (kind === 'voice' || kind === 'stage') && !allows(bits, 'Connect')
    ? bits & permissionBits(['ViewChannel'])
    : bits;
}

/** Documentation, "Permissions", "Permissions for Timed Out Members"; owners and administrators are exempt. */
const LEFT_IN_TIME_OUT = permissionBits(['ViewChannel', 'ReadMessageHistory']);

function afterTimeOut({ clock }: World, { timedOutUntil = 0 }: Member, bits: bigint): bigint {
  return timedOutUntil > clock.now() ? bits & LEFT_IN_TIME_OUT : bits;
}

/** What it takes to write in a channel. */
export function sendingPermission(channel: Channel | undefined): PermissionName {
  return channel?.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages';
}
