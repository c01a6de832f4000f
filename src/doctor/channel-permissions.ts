// What the bot may do in a channel, from its roles and the channel's overwrites, in Discord's order.
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { NEEDED_PERMISSIONS } from '../discord/permissions.ts';
import type { PermissionLabel } from '../wording/doctor.ts';
import type { Channel, Guild, Member } from './responses.ts';

export interface Standing {
  readonly bot: string;
  readonly guild: Guild;
  readonly member: Member;
}

const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** For a thread pass its parent: threads have no overwrites of their own. */
export function permissionsIn(
  { bot, guild, member }: Standing,
  { permission_overwrites }: Pick<Channel, 'permission_overwrites'>,
): bigint {
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = held.reduce((bits, { permissions }) => bits | permissions, 0n);
  if (guild.owner_id === bot || has(base, PermissionFlagsBits.Administrator)) return EVERYTHING;
  // First @everyone, then all roles together, then the bot itself: the later wins.
  const tiers = [[guild.id], member.roles, [bot]];
  return tiers.reduce((bits, ids) => {
    const own = permission_overwrites.filter(({ id }) => ids.includes(id));
    const denied = own.reduce((sum, { deny }) => sum | deny, 0n);
    const allowed = own.reduce((sum, { allow }) => sum | allow, 0n);
    return (bits & ~denied) | allowed;
  }, base);
}

/** Where nobody can write in the channel itself, only in its threads. */
const ONLY_THREADS: readonly number[] = [
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** What the bot needs and does not have; all channels of a server where no type is given. */
export function missingFrom(bits: bigint, type?: number): readonly PermissionLabel[] {
  if (has(bits, PermissionFlagsBits.Administrator)) return [];
  return LABELS.filter((name) => {
    const isNeeded = name !== 'sendMessages' || type === undefined || !ONLY_THREADS.includes(type);
    return isNeeded && !has(bits, NEEDED_PERMISSIONS[name]);
  });
}

const LABELS = Object.keys(NEEDED_PERMISSIONS).filter(
  (name): name is PermissionLabel => name in NEEDED_PERMISSIONS,
);

function has(bits: bigint, bit: bigint): boolean {
  return (bits & bit) === bit;
}
