// A message as one visitor sees it.
import type { SimulatedDiscord } from '../../simulator/discord.ts';
import { stringIn } from '../../simulator/json.ts';
import type { Person } from '../../simulator/people/person.ts';
import { FLAG, hasFlag } from '../../simulator/world/flags.ts';
import type { Message } from '../../simulator/world/nouns.ts';
import type { MessageView, ReferenceView } from '../protocol.ts';
import { rowsView } from './controls.ts';
import { embedView } from './embed.ts';

export interface Onlooker {
  readonly discord: SimulatedDiscord;
  readonly person: Person;
}

/** Characters of the message replied to that stand above a reply. */
const PREVIEW_LENGTH = 120;

export function isVisible({ person }: Onlooker, { ephemeralTo }: Message): boolean {
  return ephemeralTo === undefined || ephemeralTo === person.id;
}

export function messageView(onlooker: Onlooker, message: Message): MessageView {
  return {
    id: message.id,
    place: message.channelId,
    author: message.author.id,
    authorName: message.author.name,
    content: message.content,
    createdAt: message.createdAt,
    isEdited: message.editedAt !== undefined,
    isPrivate: message.ephemeralTo !== undefined,
    isThinking: hasFlag(message.flags, FLAG.loading),
    mentions: message.mentions.userIds,
    embeds: message.embeds.map(embedView),
    rows: rowsView(message.components),
    replyTo: referenceView(onlooker, message),
    usedBy: usedBy(onlooker, message),
  };
}

function referenceView(onlooker: Onlooker, { reference }: Message): ReferenceView | null {
  if (reference === undefined) return null;
  const target = onlooker.person
    .sees({ id: reference.channelId })
    .find(({ id }) => id === reference.messageId);
  if (target === undefined) return { kind: 'gone' };
  const { id, author } = target;
  return { kind: 'message', id, author: author.id, name: author.name, text: previewOf(target) };
}

function previewOf({ content, embeds }: Message): string {
  const shown = embeds.flatMap((embed) => stringIn(embed, 'title') ?? stringIn(embed, 'description') ?? []);
  return [...(content || shown[0] || '…')].slice(0, PREVIEW_LENGTH).join('').replace(/\s+/gu, ' ');
}

function usedBy({ discord }: Onlooker, { interactionId, reference }: Message): MessageView['usedBy'] {
  const interaction = interactionId === undefined ? undefined : discord.interaction(interactionId);
  if (interaction === undefined || reference !== undefined) return null;
  const { user, kind, data } = interaction;
  const name = stringIn(data, 'name') ?? '';
  return { person: user.id, name: user.name, command: kind === 'chat-input' ? `/${name}` : name };
}
