// The initial response to an interaction: within three seconds, once, and of a kind that fits.
import * as spec from 'discord-api-spec/zod';
import { autocompleteProblems } from '../../protocol/command-rules.ts';
import { isObject, type Json, numberIn, objectsIn, stringIn } from '../../protocol/json.ts';
import { choiceLengthProblems, FLAG, storeComponents } from '../../protocol/message-format.ts';
import { isEmptyMessage, messageProblems } from '../../protocol/message-rules.ts';
import { modalProblems } from '../../protocol/modal-rules.ts';
import { type FormProblem, problem, schemaProblems } from '../../protocol/problems.ts';
import { interactionType, messageJson } from '../../wire/messages.ts';
import type { Channel, Choice, Interaction, Message } from '../../world/nouns.ts';
import { deferMessage, respondWithMessage, updateSource } from '../../world/responses.ts';
import { updateInteraction } from '../../world/world.ts';
import { type Answer, invalid, noContent, ok, refuse } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';
import { editProblems } from './messages.ts';

/** Discord waits this long for the initial response. */
const FIRST_RESPONSE_MS = 3000;

const CALLBACK = {
  pong: 1,
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

interface Responding {
  readonly call: Call;
  readonly interaction: Interaction;
  readonly channel: Channel;
  readonly data: Json;
}

function respond(call: Call): Answer {
  const { world } = call;
  const interaction = world.interactions.get(param(call, 'interaction'));
  if (interaction === undefined || interaction.token !== param(call, 'token'))
    return refuse('unknownInteraction');
  if (interaction.response.state !== 'none') return refuse('alreadyAcknowledged');
  if (world.clock.now() - interaction.createdAt > FIRST_RESPONSE_MS) return refuse('unknownInteraction');
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) return refuse('unknownChannel');
  const body = bodyOf(call);
  const data = isObject(body['data']) ? body['data'] : {};
  return respondByType({ call, interaction, channel, data }, numberIn(body, 'type') ?? 0);
}

function respondByType(responding: Responding, type: number): Answer {
  const { kind, sourceId } = responding.interaction;
  if ((kind === 'autocomplete') !== (type === CALLBACK.choices)) return wrongType(type);
  const isUpdate = type === CALLBACK.deferUpdate || type === CALLBACK.update;
  if (isUpdate && ((kind !== 'component' && kind !== 'modal-submit') || sourceId === undefined))
    return wrongType(type);
  // A modal never leads to another.
  if (type === CALLBACK.modal && kind === 'modal-submit') return wrongType(type);
  switch (type) {
    case CALLBACK.message:
      return sendMessage(responding);
    case CALLBACK.deferMessage:
      return answer(responding, type, deferMessage(responding.call.world, response(responding)));
    case CALLBACK.deferUpdate:
      return deferUpdate(responding);
    case CALLBACK.update:
      return update(responding);
    case CALLBACK.choices:
      return choose(responding);
    case CALLBACK.modal:
      return showModal(responding);
    default:
      return wrongType(type);
  }
}

function wrongType(type: number): Answer {
  return invalid([
    problem(['type'], 'INTERACTION_APPLICATION_COMMAND_CALLBACK_TYPE', `Callback type ${type} does not fit`),
  ]);
}

function response({ call, interaction, channel, data }: Responding) {
  return {
    interaction,
    channel,
    body: data,
    attachments: call.attachments,
  };
}

function sendMessage(responding: Responding): Answer {
  const { call, data } = responding;
  if (isEmptyMessage(data) && call.attachments.length === 0) return refuse('emptyMessage');
  return answer(responding, CALLBACK.message, respondWithMessage(call.world, response(responding)));
}

function sourceOf({ call, interaction }: Responding): Message | undefined {
  return call.world.messages.get(interaction.channelId, interaction.sourceId ?? '');
}

function deferUpdate(responding: Responding): Answer {
  const source = sourceOf(responding);
  if (source === undefined) return refuse('unknownMessage');
  const { call, interaction } = responding;
  const deferred = { state: 'deferred-update', messageId: source.id } as const;
  updateInteraction(call.world, { ...interaction, response: deferred });
  return answer(responding, CALLBACK.deferUpdate, source);
}

function update(responding: Responding): Answer {
  const source = sourceOf(responding);
  if (source === undefined) return refuse('unknownMessage');
  const { call, interaction, data } = responding;
  const problems = editProblems(source, data);
  if (problems.length > 0) return invalid(problems);
  const updated = updateSource(call.world, interaction, { message: source, body: data });
  return answer(responding, CALLBACK.update, updated);
}

function choose({ call, interaction, data }: Responding): Answer {
  const choices = objectsIn(data['choices']).flatMap(readChoice);
  updateInteraction(call.world, { ...interaction, response: { state: 'choices', choices } });
  return noContent;
}

function showModal({ call, interaction, data }: Responding): Answer {
  const modal = {
    customId: stringIn(data, 'custom_id') ?? '',
    title: stringIn(data, 'title') ?? '',
    components: storeComponents(data['components']),
  };
  updateInteraction(call.world, { ...interaction, response: { state: 'modal', ...modal } });
  return noContent;
}

function readChoice({ name, value }: Json): readonly Choice[] {
  return typeof name === 'string' && (typeof value === 'string' || typeof value === 'number')
    ? [{ name, value }]
    : [];
}

/** Discord tells what became of the response only when asked. */
function answer({ call, interaction, channel }: Responding, type: number, message: Message): Answer {
  if (call.query.get('with_response') !== 'true') return noContent;
  const resource = { type, message: messageJson(call.world, message) };
  return ok({
    interaction: {
      id: interaction.id,
      type: interactionType(interaction.kind),
      response_message_id: message.id,
      response_message_loading: (message.flags & FLAG.loading) !== 0,
      response_message_ephemeral: message.ephemeralTo !== undefined,
      channel_id: channel.id,
    },
    ...(type === CALLBACK.message || type === CALLBACK.update ? { resource } : {}),
  });
}

function accepts(body: unknown): readonly FormProblem[] {
  const callback = isObject(body) ? body : {};
  const data = isObject(callback['data']) ? callback['data'] : {};
  switch (callback['type']) {
    case CALLBACK.message:
    case CALLBACK.deferMessage:
      return [
        ...schemaProblems(spec.CreateMessageInteractionCallbackRequestSchema, callback),
        ...messageProblems(data).map(({ path, code, message }) => problem(['data', ...path], code, message)),
      ];
    case CALLBACK.deferUpdate:
    case CALLBACK.update:
      return schemaProblems(spec.UpdateMessageInteractionCallbackRequestSchema, callback);
    case CALLBACK.choices:
      return [
        ...schemaProblems(spec.ApplicationCommandAutocompleteCallbackRequestSchema, callback),
        ...autocompleteProblems(data),
        ...choiceLengthProblems(data),
      ];
    case CALLBACK.modal:
      return [
        ...schemaProblems(spec.ModalInteractionCallbackRequestSchema, callback),
        ...modalProblems(data).map(({ path, code, message }) => problem(['data', ...path], code, message)),
      ];
    default:
      return [problem(['type'], 'BASE_TYPE_CHOICES', 'Value must be one of {4, 5, 6, 7, 8, 9}.')];
  }
}

export const interactionRoutes: readonly Route[] = [
  {
    name: 'create_interaction_response',
    method: 'POST',
    pattern: '/interactions/:interaction/:token/callback',
    auth: 'token-in-path',
    accepts,
    returns: [spec.InteractionCallbackResponseSchema],
    handle: respond,
  },
];
