// Messages in a channel: create, list page by page, get, edit, delete.
import * as spec from 'discord-api-spec/zod';
import { isObject, type Json, numberIn, stringIn } from '../../protocol/json.ts';
import { MESSAGE_TYPE } from '../../protocol/message-format.ts';
import { isEmptyMessage, messageProblems } from '../../protocol/message-rules.ts';
import { type FormProblem, problem, schemaProblems } from '../../protocol/problems.ts';
import { messageJson } from '../../wire/messages.ts';
import { readableMessageJson, readsAllOverRest } from '../../wire/withholding.ts';
import { byAge } from '../../world/clock.ts';
import { deleteMessage, editMessage, postMessage } from '../../world/messages.ts';
import type { Channel, Message, MessageReference } from '../../world/nouns.ts';
import { allows, permissionsIn, sendingPermission } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import { type Answer, accessTo, invalid, messageFor, noContent, ok, refuse, refuseForm } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';

/** How long Discord remembers a nonce: "the past few minutes". */
const NONCE_MEMORY_MS = 5 * 60 * 1000;

function create(call: Call): Answer {
  const { world } = call;
  const id = param(call, 'channel');
  const access = accessTo(world, id, [sendingPermission(world.channels.get(id))]);
  if (!access.granted) return access.answer;
  if (!holdsMessages(access.channel)) return refuse('notATextChannel');
  if (isClosed(world, access.channel)) return refuse('threadLocked');
  const body = withAllowedEmbeds(world, access.channel, bodyOf(call));
  if (isEmptyMessage(body) && call.attachments.length === 0) return refuse('emptyMessage');
  const repeated = sameNonce(world, body);
  if (repeated !== undefined) return ok(messageJson(world, repeated));
  const referred = readReference(world, access.channel, body);
  if (!referred.found) return referred.answer;
  const { reference } = referred;
  const message = postMessage(world, {
    author: world.bot,
    channel: access.channel,
    type: reference === undefined ? MESSAGE_TYPE.ordinary : MESSAGE_TYPE.reply,
    body,
    reference,
    attachments: call.attachments,
  });
  return ok(messageJson(world, message));
}

function holdsMessages({ kind }: Channel): boolean {
  return kind !== 'forum' && kind !== 'category';
}

/** A locked thread takes messages only from those who manage threads: 160005 (documentation, "JSON error codes"). */
function isClosed(world: World, channel: Channel): boolean {
  const bits = permissionsIn(world, channel, world.bot.id) ?? 0n;
  return channel.locked && !allows(bits, 'ManageThreads');
}

/** Without the permission to embed links Discord drops embeds in silence. */
function withAllowedEmbeds(world: World, channel: Channel, body: Json): Json {
  const bits = permissionsIn(world, channel, world.bot.id) ?? 0n;
  return allows(bits, 'EmbedLinks') ? body : { ...body, embeds: [] };
}

function sameNonce(world: World, body: Json): Message | undefined {
  const nonce = body['nonce'];
  if (body['enforce_nonce'] !== true || nonce === undefined || nonce === null) return undefined;
  const since = world.clock.now() - NONCE_MEMORY_MS;
  return world.messages
    .all()
    .find(
      (message) =>
        message.author.id === world.bot.id &&
        String(message.nonce) === String(nonce) &&
        message.createdAt >= since,
    );
}

type Referred =
  | { readonly found: true; readonly reference: MessageReference | undefined }
  | { readonly found: false; readonly answer: Answer };

function readReference(world: World, channel: Channel, body: Json): Referred {
  const asked = body['message_reference'];
  if (!isObject(asked)) return { found: true, reference: undefined };
  const messageId = stringIn(asked, 'message_id') ?? '';
  const bits = permissionsIn(world, channel, world.bot.id) ?? 0n;
  if (!allows(bits, 'ReadMessageHistory')) return { found: false, answer: refuse('noMessageHistory') };
  if (messageFor(world, channel.id, messageId) !== undefined) {
    return { found: true, reference: { channelId: channel.id, messageId, guildId: channel.guildId } };
  }
  if (asked['fail_if_not_exists'] === false) return { found: true, reference: undefined };
  const unknown = problem(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  return { found: false, answer: refuseForm(unknown) };
}

function list(call: Call): Answer {
  const access = accessTo(call.world, param(call, 'channel'), ['ReadMessageHistory']);
  if (!access.granted) return access.answer;
  const visible = call.world.messages
    .in(access.channel.id)
    .filter(({ ephemeralTo }) => ephemeralTo === undefined);
  return ok(pageOf(visible, call.query).map((message) => readable(call.world, message)));
}

function readable(world: World, message: Message): Json {
  return readableMessageJson(world, message, readsAllOverRest(world));
}

function withMessage(call: Call, act: (message: Message) => Answer): Answer {
  const access = accessTo(call.world, param(call, 'channel'), []);
  if (!access.granted) return access.answer;
  const message = messageFor(call.world, access.channel.id, param(call, 'message'));
  return message === undefined ? refuse('unknownMessage') : act(message);
}

function update(call: Call): Answer {
  return withMessage(call, (message) =>
    message.author.id === call.world.bot.id ? applyEdit(call, message) : refuse('cannotEditOthers'),
  );
}

/** What the message would be after an edit: what the body names, over what was there. */
export function editResult(message: Message, body: Json): Json {
  const { content, embeds, components, flags, attachments } = message;
  return { content, embeds, components, attachments, ...body, flags: flags | (numberIn(body, 'flags') ?? 0) };
}

/** An edit is judged by its result. */
export function editProblems(message: Message, body: Json): readonly FormProblem[] {
  return messageProblems(editResult(message, body));
}

function applyEdit(call: Call, message: Message): Answer {
  // Documentation, "Threads": an archived thread only comes back by a new message; until then 50083.
  if (call.world.channels.get(message.channelId)?.archived) return refuse('threadArchived');
  const body = bodyOf(call);
  const problems = editProblems(message, body);
  if (problems.length > 0) return invalid(problems);
  if (isEmptyMessage(editResult(message, body))) return refuse('emptyMessage');
  return ok(messageJson(call.world, editMessage(call.world, message, body)));
}

function remove(call: Call): Answer {
  return withMessage(call, (message) => {
    const { world } = call;
    const channel = world.channels.get(message.channelId);
    const bits = (channel && permissionsIn(world, channel, world.bot.id)) ?? 0n;
    if (message.author.id !== world.bot.id && !allows(bits, 'ManageMessages'))
      return refuse('missingPermissions');
    deleteMessage(world, message);
    return noContent;
  });
}

function acceptsMessage(body: unknown) {
  return [
    ...schemaProblems(spec.MessageCreateRequestSchema, body ?? {}),
    ...messageProblems(isObject(body) ? body : {}),
  ];
}

const IN_CHANNEL = '/channels/:channel/messages';
const ONE = `${IN_CHANNEL}/:message`;
const MESSAGE = [spec.MessageResponseSchema];

export const messageRoutes: readonly Route[] = [
  {
    name: 'list_messages',
    method: 'GET',
    pattern: IN_CHANNEL,
    auth: 'bot',
    returns: MESSAGE,
    list: true,
    handle: list,
  },
  {
    name: 'create_message',
    method: 'POST',
    pattern: IN_CHANNEL,
    auth: 'bot',
    accepts: acceptsMessage,
    returns: MESSAGE,
    handle: create,
  },
  {
    name: 'get_message',
    method: 'GET',
    pattern: ONE,
    auth: 'bot',
    returns: MESSAGE,
    handle: (call) => withMessage(call, (message) => ok(readable(call.world, message))),
  },
  {
    name: 'update_message',
    method: 'PATCH',
    pattern: ONE,
    auth: 'bot',
    accepts: (body) => schemaProblems(spec.MessageEditRequestPartialSchema, body ?? {}),
    returns: MESSAGE,
    handle: update,
  },
  { name: 'delete_message', method: 'DELETE', pattern: ONE, auth: 'bot', returns: [], handle: remove },
];

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

function pageOf(oldestFirst: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = Math.min(Number(query.get('limit') ?? DEFAULT_LIMIT), MAX_LIMIT);
  return cut(oldestFirst, query, limit).toReversed();
}

function cut(messages: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const before = query.get('before');
  if (before !== null) return messages.filter(({ id }) => byAge(id, before) < 0).slice(-limit);
  const after = query.get('after');
  if (after !== null) return messages.filter(({ id }) => byAge(id, after) > 0).slice(0, limit);
  const around = query.get('around');
  if (around === null) return messages.slice(-limit);
  const centre = messages.findIndex(({ id }) => byAge(id, around) >= 0);
  const start = Math.max(0, centre - Math.floor(limit / 2));
  return messages.slice(start, start + limit);
}
