// A message as one visitor sees it: its text, its embeds (text and links, never a picture from elsewhere), its buttons and selects.
import type { SimulatedDiscord } from '../../simulator/discord.ts';
import type { Person } from '../../simulator/people/person.ts';
import { isObject, type Json, numberIn, objectsIn, stringIn } from '../../simulator/protocol/json.ts';
import { FLAG, hasFlag } from '../../simulator/protocol/message-format.ts';
import type { Message } from '../../simulator/world/nouns.ts';
import type { ControlView, EmbedView, MessageView, ReferenceView } from '../protocol/protocol.ts';

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

/** Text and links, never a picture from elsewhere. */
function embedView(embed: Json): EmbedView {
  const text = (key: string) => stringIn(embed, key) ?? null;
  return {
    color: numberIn(embed, 'color') ?? null,
    author: textWithin(embed['author'], 'name'),
    title: text('title'),
    url: webAddress(stringIn(embed, 'url')),
    description: text('description'),
    fields: objectsIn(embed['fields']).map((field) => ({
      name: stringIn(field, 'name') ?? '',
      value: stringIn(field, 'value') ?? '',
      inline: field['inline'] === true,
    })),
    footer: textWithin(embed['footer'], 'text'),
    timestamp: text('timestamp'),
  };
}

/** Only addresses of the web: `javascript:` and the like are dropped. */
function webAddress(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol) ? url : null;
}

function textWithin(value: unknown, key: string): string | null {
  return isObject(value) ? (stringIn(value, key) ?? null) : null;
}

const BUTTON = 2;
const STRING_SELECT = 3;
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' } as const;
const LINK_STYLE = 5;

/** Row by row; what the page cannot draw is left out. */
function rowsView(components: readonly Json[]): readonly (readonly ControlView[])[] {
  return components
    .map((row) => objectsIn(row['components']).flatMap(controlView))
    .filter((row) => row.length > 0);
}

function controlView(component: Json): readonly ControlView[] {
  switch (component['type']) {
    case BUTTON:
      return buttonView(component);
    case STRING_SELECT:
      return [selectView(component)];
    default:
      return [];
  }
}

function buttonView(component: Json): readonly ControlView[] {
  const label = stringIn(component, 'label') ?? '';
  if (component['style'] === LINK_STYLE) {
    const url = webAddress(stringIn(component, 'url'));
    return url === null ? [] : [{ kind: 'link', label, url }];
  }
  const style =
    Object.entries(STYLES).find(([code]) => code === String(component['style']))?.[1] ?? 'secondary';
  const id = stringIn(component, 'custom_id') ?? '';
  return [{ kind: 'button', id, label, style, disabled: component['disabled'] === true }];
}

function selectView(component: Json): ControlView {
  return {
    kind: 'select',
    id: stringIn(component, 'custom_id') ?? '',
    placeholder: stringIn(component, 'placeholder') ?? '',
    disabled: component['disabled'] === true,
    options: objectsIn(component['options']).map((option) => ({
      value: stringIn(option, 'value') ?? '',
      label: stringIn(option, 'label') ?? '',
      description: stringIn(option, 'description') ?? null,
    })),
  };
}
