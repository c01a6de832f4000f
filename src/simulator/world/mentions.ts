// Who a message mentions: what its text names, less what the sender may not ping or asked not to.
import { isObject, type Json } from '../json.ts';
import { allows } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel, Mentions, User } from './nouns.ts';
import { guildOf, permissionsIn } from './standing.ts';
import type { World } from './world.ts';

const USER_MENTION = /<@!?(\d+)>/gu;
const ROLE_MENTION = /<@&(\d+)>/gu;
const EVERYONE_MENTION = /@(?:everyone|here)\b/u;

export interface MentionSource {
  readonly author: User;
  readonly channel: Channel;
  /** Everything in which Discord looks for mentions: the content and the V2 text displays. */
  readonly text: string;
  readonly repliedTo: User | undefined;
  /** Discord's allowed_mentions object; undefined allows everything. */
  readonly allowed: Json | undefined;
}

export function findMentions(world: World, source: MentionSource): Mentions {
  const permission = readAllowance(source.allowed);
  const users = idsIn(source.text, USER_MENTION)
    .filter((id) => world.users.has(id))
    .filter(permission.user);
  const replied = source.repliedTo !== undefined && permission.repliedUser ? [source.repliedTo.id] : [];
  return {
    userIds: [...new Set([...users, ...replied])],
    roleIds: idsIn(source.text, ROLE_MENTION)
      .filter((id) => mayPingRole(world, source, id))
      .filter(permission.role),
    everyone: EVERYONE_MENTION.test(source.text) && permission.everyone && mayPingEveryone(world, source),
  };
}

interface Allowance {
  readonly user: (id: Snowflake) => boolean;
  readonly role: (id: Snowflake) => boolean;
  readonly everyone: boolean;
  readonly repliedUser: boolean;
}

function readAllowance(allowed: Json | undefined): Allowance {
  if (!isObject(allowed)) return { user: () => true, role: () => true, everyone: true, repliedUser: true };
  const parse = listIn(allowed, 'parse');
  const users = listIn(allowed, 'users');
  const roles = listIn(allowed, 'roles');
  return {
    user: (id) => parse.includes('users') || users.includes(id),
    role: (id) => parse.includes('roles') || roles.includes(id),
    everyone: parse.includes('everyone'),
    repliedUser: allowed['replied_user'] === true,
  };
}

function listIn(source: Json, key: string): readonly unknown[] {
  const value = source[key];
  return Array.isArray(value) ? value : [];
}

function idsIn(text: string, pattern: RegExp): readonly Snowflake[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}

function mayPingRole(world: World, source: MentionSource, id: Snowflake): boolean {
  const role = world.roles.get(id);
  if (role === undefined || role.guildId !== source.channel.guildId) return false;
  return role.mentionable || mayPingEveryone(world, source);
}

function mayPingEveryone(world: World, { author, channel }: MentionSource): boolean {
  if (guildOf(world, channel) === undefined) return false;
  const bits = permissionsIn(world, channel, author.id);
  return bits !== undefined && allows(bits, 'MentionEveryone');
}
