// What a gateway event's payload must look like: Discord's REST schemas where the event carries the same object.
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod/mini';
import { isObject, type Json } from './json.ts';
import { closestProblems, type FormProblem, type Schema, schemaProblems } from './problems.ts';

const id = z.string().check(z.regex(/^\d+$/u));

const deletion = z.object({ id, channel_id: id, guild_id: z.optional(id) });

/** Discord publishes no schema for interactions; this follows its documentation. */
const interaction = z.object({
  id,
  application_id: id,
  type: z.literal([2, 3, 4, 5]),
  token: z.string(),
  version: z.literal(1),
  channel_id: id,
  context: z.literal([0, 1, 2]),
  locale: z.string(),
  guild_locale: z.optional(z.string()),
  app_permissions: z.string(),
  authorizing_integration_owners: z.record(z.string(), id),
  entitlements: z.array(z.unknown()),
  data: z.record(z.string(), z.unknown()),
});

const CHANNELS = [spec.GuildChannelResponseSchema, spec.ThreadResponseSchema];

const SCHEMAS: Readonly<Record<string, readonly Schema[]>> = {
  READY: [z.object({ v: z.literal(10), user: spec.UserPIIResponseSchema, resume_gateway_url: z.url() })],
  GUILD_CREATE: [spec.GuildResponseSchema],
  GUILD_MEMBER_ADD: [spec.GuildMemberResponseSchema],
  GUILD_MEMBER_UPDATE: [spec.GuildMemberResponseSchema],
  GUILD_ROLE_CREATE: [z.object({ guild_id: id, role: spec.GuildRoleResponseSchema })],
  CHANNEL_CREATE: CHANNELS,
  CHANNEL_UPDATE: CHANNELS,
  CHANNEL_DELETE: CHANNELS,
  THREAD_CREATE: CHANNELS,
  THREAD_UPDATE: CHANNELS,
  THREAD_DELETE: CHANNELS,
  THREAD_MEMBERS_UPDATE: [z.object({ id, guild_id: id, added_members: z.array(z.object({ user_id: id })) })],
  MESSAGE_CREATE: [spec.MessageResponseSchema],
  MESSAGE_UPDATE: [spec.MessageResponseSchema],
  MESSAGE_DELETE: [deletion],
  MESSAGE_DELETE_BULK: [z.object({ ids: z.array(id), channel_id: id })],
  INTERACTION_CREATE: [interaction],
};

export function eventProblems(name: string, payload: Json): readonly FormProblem[] {
  const schemas = SCHEMAS[name] ?? [];
  const own = schemas.length === 0 ? [] : closestProblems(schemas, payload);
  const { channel, message } = payload;
  return [
    ...own,
    ...(isObject(message) ? schemaProblems(spec.MessageResponseSchema, message) : []),
    ...(isObject(channel) ? closestProblems(ANY_CHANNEL, channel) : []),
  ];
}

const ANY_CHANNEL = [...CHANNELS, spec.PrivateChannelResponseSchema, spec.PrivateGroupChannelResponseSchema];
