// After the initial response: the original response and the follow-ups, for the token's fifteen minutes.
import * as spec from 'discord-api-spec/zod';
import { isObject } from '../../protocol/json.ts';
import { isEmptyMessage, messageProblems } from '../../protocol/message-rules.ts';
import { schemaProblems } from '../../protocol/problems.ts';
import { messageJson } from '../../wire/messages.ts';
import { deleteMessage } from '../../world/messages.ts';
import type { Interaction, Message } from '../../world/nouns.ts';
import { editResponse, followUp, followUpsSpent, originalOf } from '../../world/responses.ts';
import { INTERACTION_LIFE_MS } from '../../world/world.ts';
import { type Answer, invalid, noContent, ok, refuse } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';
import { editProblems, editResult } from './messages.ts';

function withInteraction(call: Call, act: (interaction: Interaction) => Answer): Answer {
  const { world } = call;
  const token = param(call, 'token');
  const interaction = [...world.interactions.values()].find((each) => each.token === token);
  if (param(call, 'webhook') !== world.bot.id || interaction === undefined)
    return refuse('invalidWebhookToken');
  if (world.clock.now() - interaction.createdAt >= INTERACTION_LIFE_MS) return refuse('invalidWebhookToken');
  const { state } = interaction.response;
  return state === 'none' || state === 'choices' ? refuse('unknownWebhook') : act(interaction);
}

function createFollowUp(call: Call): Answer {
  return withInteraction(call, (interaction) => {
    const channel = call.world.channels.get(interaction.channelId);
    if (channel === undefined) return refuse('unknownChannel');
    const body = bodyOf(call);
    if (isEmptyMessage(body) && call.attachments.length === 0) return refuse('emptyMessage');
    if (followUpsSpent(interaction)) return refuse('followUpsSpent');
    const { attachments } = call;
    return ok(messageJson(call.world, followUp(call.world, { interaction, channel, body, attachments })));
  });
}

/** The message of the path: `@original`, or a follow-up by its id. */
function withMessage(call: Call, act: (interaction: Interaction, message: Message) => Answer): Answer {
  return withInteraction(call, (interaction) => {
    const id = call.params['message'];
    const message =
      id === undefined ? originalOf(call.world, interaction) : responseById(call, interaction, id);
    return message === undefined ? refuse('unknownMessage') : act(interaction, message);
  });
}

function responseById(call: Call, interaction: Interaction, id: string): Message | undefined {
  const own = [originalOf(call.world, interaction)?.id, ...interaction.followUpIds].includes(id);
  return own ? call.world.messages.get(interaction.channelId, id) : undefined;
}

function get(call: Call): Answer {
  return withMessage(call, (_, message) => ok(messageJson(call.world, message)));
}

function update(call: Call): Answer {
  return withMessage(call, (interaction, message) => {
    const body = bodyOf(call);
    const problems = editProblems(message, body);
    if (problems.length > 0) return invalid(problems);
    if (isEmptyMessage(editResult(message, body))) return refuse('emptyMessage');
    return ok(messageJson(call.world, editResponse(call.world, interaction, { message, body })));
  });
}

function remove(call: Call): Answer {
  return withMessage(call, (_, message) => {
    deleteMessage(call.world, message);
    return noContent;
  });
}

function acceptsFollowUp(body: unknown) {
  return [
    ...schemaProblems(spec.IncomingWebhookRequestPartialSchema, body ?? {}),
    ...messageProblems(isObject(body) ? body : {}),
  ];
}

function acceptsEdit(body: unknown) {
  return schemaProblems(spec.IncomingWebhookUpdateRequestPartialSchema, body ?? {});
}

const TOKEN = '/webhooks/:webhook/:token';
const ORIGINAL = `${TOKEN}/messages/@original`;
const ONE = `${TOKEN}/messages/:message`;
const shared = { auth: 'token-in-path', returns: [spec.MessageResponseSchema] } as const;
const editing = { ...shared, method: 'PATCH', accepts: acceptsEdit, handle: update } as const;
const deleting = { auth: 'token-in-path', returns: [], method: 'DELETE', handle: remove } as const;

export const webhookRoutes: readonly Route[] = [
  {
    ...shared,
    name: 'execute_webhook',
    method: 'POST',
    pattern: TOKEN,
    accepts: acceptsFollowUp,
    handle: createFollowUp,
  },
  { ...shared, name: 'get_original_webhook_message', method: 'GET', pattern: ORIGINAL, handle: get },
  { ...editing, name: 'update_original_webhook_message', pattern: ORIGINAL },
  { ...deleting, name: 'delete_original_webhook_message', pattern: ORIGINAL },
  { ...shared, name: 'get_webhook_message', method: 'GET', pattern: ONE, handle: get },
  { ...editing, name: 'update_webhook_message', pattern: ONE },
  { ...deleting, name: 'delete_webhook_message', pattern: ONE },
];
