// What a visitor is told: all that a page needs to begin with, then what happens in the simulated Discord; what is not theirs to see
// is no news.
import { ask } from '../../answer/ask.ts';
import type { Library } from '../../answer/library.ts';
import { exchangesOf, type Interview } from '../../knowledge/interview.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { languageOf } from '../../language/fold.ts';
import type { WorldEvent } from '../../simulator/world/nouns.ts';
import { LOCALES, type Locale, localeFor, localeOfScript } from '../../wording/locale.ts';
import type { Shelf } from '../house/shelf.ts';
import type { Stage } from '../house/stage.ts';
import type { Visitor, Visitors } from '../house/visitors.ts';
import type { KnowledgeView, News, PersonView, PlaceView, SnapshotView } from '../protocol/protocol.ts';
import { commandViews } from './command.ts';
import { isVisible, messageView, type Onlooker } from './message.ts';

export interface House {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly visitors: Visitors;
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
    knowledge: knowledgeView(house.shelf),
  };
}

export function personView({ person: { id, name } }: Visitor): PersonView {
  return { id, name, isBot: false };
}

/** File names only: where the folder lies on this machine is nobody's business. */
export function knowledgeView({ library, problems }: Shelf): KnowledgeView {
  return {
    examples: examplesFrom(library),
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

const HOW_MANY = 3;
/** Characters: a longer one does not fit a button on a telephone. */
const LONGEST_EXAMPLE = 90;
/** So many wordings of each exchange are tried. */
const WORDINGS_TRIED = 8;

/** Questions to begin with: short wordings of the first interview’s exchanges, in each language, which it answers. */
function examplesFrom(library: Library): Readonly<Record<Locale, readonly string[]>> {
  const [first] = library.interviews;
  const inLocale = (locale: Locale) => (first ? examplesIn(library, first, locale) : []);
  const entries = LOCALES.map((locale) => [locale, inLocale(locale)] as const);
  return { 'zh-CN': [], 'zh-TW': [], 'en-US': [], ...Object.fromEntries(entries) };
}

function examplesIn(library: Library, interview: Interview, locale: Locale): readonly string[] {
  const isAnswered = (question: string) => ask(library, { question }).outcome === 'answer';
  const found = exchangesOf(interview).flatMap(
    ({ number }) =>
      wordingsOf(interview, number)
        .filter((wording) => wording.length <= LONGEST_EXAMPLE && isIn(locale, wording))
        .slice(0, WORDINGS_TRIED)
        .find(isAnswered) ?? [],
  );
  return found.slice(0, HOW_MANY);
}

/** The editor's wordings first: they are how members ask. */
function wordingsOf(interview: Interview, number: number): readonly string[] {
  const versions = [interview, ...interview.translations];
  const exchanges = versions.flatMap((version) =>
    exchangesOf(version).filter((each) => each.number === number),
  );
  return [...exchanges.flatMap(({ askedAs }) => askedAs), ...exchanges.map(({ question }) => question)];
}

/** Simplified and traditional may share every character of a short question; then it counts as simplified. */
function isIn(locale: Locale, wording: string): boolean {
  return localeOfScript(wording, languageOf(wording)) === locale;
}
