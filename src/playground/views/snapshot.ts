// All that a page needs to begin with: who is there, which places and commands, what was said, what to ask.
import { formatProblem } from '../../knowledge/problem.ts';
import { localeFor } from '../../wording/locale.ts';
import { examplesFrom } from '../examples.ts';
import type { KnowledgeView, PersonView, PlaceView, SnapshotView } from '../protocol.ts';
import type { Shelf } from '../shelf.ts';
import type { Stage } from '../stage.ts';
import type { Visitor, Visitors } from '../visitors/visitors.ts';
import { commandViews } from './command.ts';
import { messageView } from './message.ts';

export interface House {
  readonly stage: Stage;
  readonly shelf: Shelf;
  readonly visitors: Visitors;
}

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
