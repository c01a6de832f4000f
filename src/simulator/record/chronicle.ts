// Everything that happened in the simulated Discord, in order, and one line for each as a person reads it.
import { isObject, type Json, objectsIn, stringIn } from '../protocol/json.ts';
import { COMPONENT, everyComponent, FLAG, hasFlag, textOfComponents } from '../protocol/message-format.ts';
import type { Channel, Interaction, Message, User, WorldEvent } from '../world/nouns.ts';
import { follow, type World } from '../world/world.ts';

export interface Chapter {
  readonly number: number;
  readonly event: WorldEvent;
  /** As a person would read it at that moment; undefined for what nobody reads. */
  readonly line: string | undefined;
}

export interface Chronicle {
  /** The conversation so far, one line for each thing that happened. */
  transcript(): string;
  /** When this snapshot of a message came to be (or was deleted), or when an interaction began. */
  momentOf(what: Message | Interaction): number;
  /** What the bot has let others notice since a moment: messages, edits, responses, typing. */
  speechSince(moment: number): readonly Chapter[];
}

/** @param max events kept; the oldest are forgotten */
export function keepChronicle(world: World, max: number): Chronicle {
  let chapters: Chapter[] = [];
  let next = 1;
  follow(world, (event) => {
    chapters.push({ number: next, event, line: transcriptLine(world, event) });
    next += 1;
    if (chapters.length > max) chapters = chapters.slice(-max);
  });
  return {
    transcript: () => chapters.flatMap(({ line }) => line ?? []).join('\n'),
    momentOf: (what) => ('token' in what ? firstOf(chapters, what) : lastOf(chapters, what))?.number ?? 0,
    speechSince: (moment) =>
      chapters.filter(({ number, event }) => number > moment && isSpeech(event, world.bot)),
  };
}

function firstOf(chapters: readonly Chapter[], { id }: Interaction): Chapter | undefined {
  return chapters.find(({ event }) => 'interaction' in event && event.interaction.id === id);
}

function lastOf(chapters: readonly Chapter[], message: Message): Chapter | undefined {
  return chapters.findLast(({ event }) => 'message' in event && event.message === message);
}

function isSpeech(event: WorldEvent, bot: User): boolean {
  switch (event.type) {
    case 'message-created':
    case 'message-updated':
      return event.message.author.id === bot.id;
    case 'typing-started':
      return event.user.id === bot.id;
    case 'interaction-responded':
      return true;
    default:
      return false;
  }
}

/** The line of an event; undefined for what nobody reads, e.g. a role that came to be. */
function transcriptLine(world: World, event: WorldEvent): string | undefined {
  switch (event.type) {
    case 'message-created':
      return line(world, event.message, isLoading(event.message) ? { instead: 'is thinking…' } : {});
    case 'message-updated':
      return line(world, event.message, isLoading(event.previous) ? {} : { note: ' (edit)' });
    case 'message-deleted':
      return `${placeOf(world, event.message.channelId)} ✗ a message of ${event.message.author.name} is deleted`;
    case 'messages-purged':
      return `${placeName(world, event.channel)} ✗ ${event.messages.length} messages are deleted`;
    case 'typing-started':
      return `${placeName(world, event.channel)} ${event.user.name} is typing…`;
    case 'interaction-created':
      return `${placeOf(world, event.interaction.channelId)} ${event.interaction.user.name} ${event.interaction.label}`;
    case 'interaction-responded':
      return responseLine(world, event);
    case 'channel-deleted':
      return `${placeName(world, event.channel)} ✗ the channel is deleted`;
    case 'guild-created':
    case 'role-created':
    case 'member-joined':
    case 'member-updated':
    case 'thread-joined':
    case 'channel-created':
    case 'channel-updated':
      return undefined;
  }
}

/** All that is written on a message: content, embeds, text displays, buttons and menus. */
export function wordsOf(message: Message): string {
  return [
    message.content,
    ...textOfComponents(message.components),
    ...message.embeds.map((embed) => `[${embedWords(embed).join(' | ')}]`),
    ...message.attachments.map(({ filename }) => `<${filename}>`),
    ...message.stickers.map(({ name }) => `<sticker ${name}>`),
    ...(message.poll === undefined ? [] : [`<poll ${message.poll.question}>`]),
    ...(message.forwarded === undefined ? [] : [`<forward ${wordsOf(message.forwarded)}>`]),
    ...everyComponent(message.components).flatMap(controlWords),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function isLoading({ flags }: Message): boolean {
  return hasFlag(flags, FLAG.loading);
}

interface Remark {
  /** What is written in place of the message's words. */
  readonly instead?: string;
  /** What stands between the author and the words. */
  readonly note?: string;
}

function line(world: World, message: Message, { instead, note = '' }: Remark): string {
  const target =
    message.reference && world.messages.get(message.reference.channelId, message.reference.messageId);
  const reader = message.ephemeralTo === undefined ? undefined : world.users.get(message.ephemeralTo)?.name;
  const to = target === undefined ? '' : ` ↩ ${target.author.name}`;
  const privacy = reader === undefined ? '' : ` (only ${reader} sees)`;
  const words = instead ?? withNames(world, wordsOf(message)).replace(/\n+/gu, ' ⏎ ');
  return `${placeOf(world, message.channelId)} ${message.author.name}${to}${privacy}${note}: ${words}`;
}

function responseLine(world: World, { interaction }: WorldEvent & { type: 'interaction-responded' }) {
  const { response } = interaction;
  if (response.state === 'modal')
    return `${placeOf(world, interaction.channelId)} ${world.bot.name} shows ${interaction.user.name} a form: ${response.title}`;
  if (response.state !== 'choices') return undefined;
  const names = response.choices.map(({ name }) => name).join(' / ');
  return `${placeOf(world, interaction.channelId)} ${world.bot.name} offers ${interaction.user.name}: ${names || '(nothing)'}`;
}

function placeOf(world: World, channelId: string): string {
  const channel = world.channels.get(channelId);
  return channel === undefined ? '#(deleted)' : placeName(world, channel);
}

function placeName(world: World, channel: Channel): string {
  if (channel.kind === 'dm') return `@${channel.name}`;
  const parent =
    channel.kind !== 'thread' || channel.parentId === undefined
      ? undefined
      : world.channels.get(channel.parentId);
  return parent === undefined ? `#${channel.name}` : `#${parent.name}/${channel.name}`;
}

function withNames(world: World, text: string): string {
  return text.replace(/<@!?(\d+)>/gu, (mention, id) => {
    const user = world.users.get(id);
    return user === undefined ? mention : `@${user.name}`;
  });
}

function embedWords(embed: Json): readonly string[] {
  const fields = objectsIn(embed['fields']).map(
    (field) => `${stringIn(field, 'name') ?? ''}: ${stringIn(field, 'value') ?? ''}`,
  );
  const footer = isObject(embed['footer']) ? stringIn(embed['footer'], 'text') : undefined;
  return [stringIn(embed, 'title'), stringIn(embed, 'description'), ...fields, footer].flatMap(
    (words) => words ?? [],
  );
}

function controlWords(component: Json): readonly string[] {
  switch (component['type']) {
    case COMPONENT.button:
      return [`‹${stringIn(component, 'label') ?? '☐'}›`];
    case COMPONENT.stringSelect:
      return [
        `‹${objectsIn(component['options'])
          .map((option) => stringIn(option, 'label'))
          .join(' ▾ ')}›`,
      ];
    default:
      return [];
  }
}
