// What a route answers: Discord's refusals by name with their status, code and message; and who is refused access.
import type { Json } from '../protocol/json.ts';
import { type FormProblem, invalidFormBody } from '../protocol/problems.ts';
import type { Snowflake } from '../world/clock.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { allows, type PermissionName, permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly body: Json }
  /** The request breaks a rule of the protocol: answered 400 and recorded as a violation. */
  | { readonly kind: 'invalid'; readonly problems: readonly FormProblem[] };

const REFUSALS = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  wrongApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  followUpsSpent: [400, 40094, 'This interaction has reached the maximum number of follow-up messages'],
  missingAccess: [403, 50001, 'Missing Access'],
  cannotEditOthers: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotSendToUser: [403, 50007, 'Cannot send messages to this user'],
  notATextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  malformed: [400, 50035, 'Invalid Form Body'],
  threadArchived: [400, 50083, 'Thread is archived'],
  threadLocked: [400, 160005, 'Thread is locked'],
  noMessageHistory: [403, 160002, 'Cannot reply without permission to read message history'],
} as const;

export type RefusalName = keyof typeof REFUSALS;

export function refuse(name: RefusalName): Answer {
  const [status, code, message] = REFUSALS[name];
  return { kind: 'refused', status, body: { message, code } };
}

/** A form error that comes from the state of the world, not from the bot's carelessness: no violation. */
export function refuseForm(problem: FormProblem): Answer {
  return {
    kind: 'refused',
    status: 400,
    body: invalidFormBody([problem]),
  };
}

export function invalid(problems: readonly FormProblem[]): Answer {
  return { kind: 'invalid', problems };
}

export function ok(body: unknown, status = 200): Answer {
  return { kind: 'ok', status, body };
}

export const noContent: Answer = { kind: 'ok', status: 204, body: undefined };

export type Access =
  | { readonly granted: true; readonly channel: Channel }
  | { readonly granted: false; readonly answer: Answer };

export function accessTo(world: World, channelId: Snowflake, needs: readonly PermissionName[]): Access {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return { granted: false, answer: refuse('unknownChannel') };
  const bits = permissionsIn(world, channel, world.bot.id);
  if (bits === undefined || !allows(bits, 'ViewChannel'))
    return { granted: false, answer: refuse('missingAccess') };
  const lacking = needs.some((name) => !allows(bits, name));
  return lacking ? { granted: false, answer: refuse('missingPermissions') } : { granted: true, channel };
}

/** A message that the bot can address through its channel: ephemeral ones exist for their user only. */
export function messageFor(world: World, channelId: Snowflake, id: Snowflake): Message | undefined {
  const message = world.messages.get(channelId, id);
  return message?.ephemeralTo === undefined ? message : undefined;
}
