// What a visitor is told: all that a page needs to begin with, then what happens in the simulated Discord; what is not theirs to see
// is no news.
import type { Shelf } from '../../answer/shelf.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { isObject, type Json, objectsIn, stringIn } from '../../simulator/protocol/json.ts';
import type { Command, WorldEvent } from '../../simulator/world/nouns.ts';
import { introduce, sureQuestions } from '../../wording/introduction.ts';
import { type Locale, localeFor } from '../../wording/locale.ts';
import type { Stage, Visitor, Visitors } from '../house/visitors.ts';
import type { OwnFile } from '../protocol/own-text.ts';
import type {
  ChoiceView,
  CommandView,
  KnowledgeView,
  Localised,
  News,
  OptionView,
  PersonView,
  PlaceView,
  SnapshotView,
} from '../protocol/protocol.ts';
import { isVisible, messageView, type Onlooker } from './message.ts';

export interface House {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly visitors: Visitors;
  /** The visitor's own text, where the house is the room of one. */
  readonly ownText: OwnFile | null;
}

/** All that a page needs to begin with: who is there, which places and commands, what was said, what to ask. */
export function snapshotFor(house: House, visitor: Visitor): SnapshotView {
  const { discord, guild } = house.stage;
  const { person } = visitor;
  const onlooker = { discord, person };
  const places = placesFor(house.stage, visitor);
  const commands = new Map(
    places.flatMap(({ id }) => person.commandsIn({ id })).map((command) => [command.id, command]),
  );
  return {
    guild: guild.name,
    you: { ...personView(visitor), locale: localeFor(person.user.locale) },
    bot: botView(house.stage),
    people: [botView(house.stage), ...house.visitors.all().map(personView)],
    places,
    commands: commandViews([...commands.values()]),
    messages: places.flatMap(({ id }) =>
      person.sees({ id }).map((message) => messageView(onlooker, message)),
    ),
    knowledge: knowledgeView(house),
    ownText: house.ownText,
  };
}

export function personView({ person: { id, name } }: Visitor): PersonView {
  return { id, name, isBot: false };
}

/** File names only: where the folder lies on this machine is nobody's business. */
export function knowledgeView({
  shelf: { library, problems },
  stage,
}: Pick<House, 'shelf' | 'stage'>): KnowledgeView {
  const { name: bot } = botView(stage);
  return {
    introduction: inEachLocale((locale) => introduce(library.interviews, { bot, locale })),
    examples: inEachLocale((locale) => sureQuestions(library, { locale }).map(({ question }) => question)),
    problems: problems.map((problem) => ({
      file: problem.file,
      line: problem.line,
      text: formatProblem(problem),
    })),
  };
}

function botView({ discord: { bot } }: Stage): PersonView {
  return { id: bot.id, name: bot.name, isBot: true };
}

function placesFor({ channels, thread, discord }: Stage, { person }: Visitor): readonly PlaceView[] {
  const commandsIn = (id: string) => person.commandsIn({ id }).map((command) => command.id);
  const parent = channels[0]?.id ?? null;
  const direct = person.directChannel();
  const room = (id: string, name: string) => ({ id, name, commands: commandsIn(id) });
  const [first, ...others] = channels.map(({ id, name }) => ({
    kind: 'channel' as const,
    parent: null,
    ...room(id, name),
  }));
  return [
    ...(first ? [first] : []),
    { kind: 'thread', parent, ...room(thread.id, thread.name) },
    ...others,
    { kind: 'direct', parent: null, ...room(direct.id, discord.bot.name) },
  ];
}

export interface Recipient extends Onlooker {
  /** Ids of the places this visitor can enter. */
  readonly places: ReadonlySet<string>;
}

/** What happens in the simulated Discord, for one visitor. */
export function newsFor(reader: Recipient, event: WorldEvent): readonly News[] {
  switch (event.type) {
    case 'message-created':
    case 'message-updated': {
      const { message } = event;
      if (!reader.places.has(message.channelId) || !isVisible(reader, message)) return [];
      const kind = event.type === 'message-created' ? 'posted' : 'changed';
      return [{ kind, message: messageView(reader, message) }];
    }
    case 'message-deleted': {
      const { channelId, id } = event.message;
      if (!reader.places.has(channelId) || !isVisible(reader, event.message)) return [];
      return [{ kind: 'gone', place: channelId, messages: [id] }];
    }
    case 'messages-purged': {
      const { channel, messages } = event;
      return reader.places.has(channel.id)
        ? [{ kind: 'gone', place: channel.id, messages: messages.map(({ id }) => id) }]
        : [];
    }
    case 'typing-started': {
      const { channel, user } = event;
      return reader.places.has(channel.id) && user.id !== reader.person.id
        ? [{ kind: 'typing', place: channel.id, person: user.id }]
        : [];
    }
    case 'guild-created':
    case 'role-created':
    case 'member-joined':
    case 'member-updated':
    case 'thread-joined':
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'interaction-created':
    case 'interaction-responded':
      return [];
  }
}

function inEachLocale<T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return { 'zh-CN': make('zh-CN'), 'zh-TW': make('zh-TW'), 'en-US': make('en-US') };
}

const SLASH = 1;
const ON_MESSAGE = 3;
const TYPES: Readonly<Record<number, OptionView['type']>> = {
  3: 'text',
  4: 'number',
  5: 'boolean',
  10: 'number',
};

/** User commands and options of other types are left out: the page has no place for them. */
function commandViews(commands: readonly Command[]): readonly CommandView[] {
  return commands.flatMap(({ id, type, name, body }) => {
    if (type !== SLASH && type !== ON_MESSAGE) return [];
    return {
      id,
      kind: type === SLASH ? 'slash' : 'message',
      name: localised({ ...body, name }, 'name'),
      description: localised(body, 'description'),
      options: objectsIn(body['options']).flatMap(optionView),
    };
  });
}

function optionView(option: Json): readonly OptionView[] {
  const type = TYPES[Number(option['type'])];
  if (type === undefined) return [];
  return [
    {
      id: stringIn(option, 'name') ?? '',
      name: localised(option, 'name'),
      description: localised(option, 'description'),
      type,
      required: option['required'] === true,
      autocomplete: option['autocomplete'] === true,
      choices: objectsIn(option['choices']).flatMap(choiceView),
    },
  ];
}

function choiceView({ name, value }: Json): readonly ChoiceView[] {
  const isValue = typeof value === 'string' || typeof value === 'number';
  return typeof name === 'string' && isValue ? [{ name, value }] : [];
}

function localised(named: Json, key: 'name' | 'description'): Localised {
  const table = named[`${key}_localizations`];
  const entries = isObject(table) ? Object.entries(table) : [];
  const others = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { default: stringIn(named, key) ?? '', others: Object.fromEntries(others) };
}
