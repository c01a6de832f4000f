// What is suggested while one writes: commands after a slash, people after an @.
import type { CommandView, PersonView } from '../../protocol.ts';
import type { App } from '../app.ts';
import { placeNamed, type State } from '../state.ts';
import { inLocale } from '../wording/wording.ts';
import { mentionBeingTyped } from './mentions.ts';
import { createSuggestions, type Suggestion, type Suggestions } from './suggestions.ts';

export interface WritingSuggestions extends Omit<Suggestions, 'show'> {
  /** Shows what fits the text as it now stands. */
  readonly suggest: () => void;
}

const MOST_PEOPLE = 8;

export function createWritingSuggestions(
  app: App,
  field: HTMLTextAreaElement,
  enterCommand: (command: CommandView) => void,
): WritingSuggestions {
  const { store } = app;
  const { node, show, hide, handles } = createSuggestions(app, field);
  const suggest = () => {
    const slash = /^\/(\S*)( ?)$/u.exec(field.value);
    if (slash) return suggestCommands(slash[1] ?? '', slash[2] === ' ');
    const before = field.value.slice(0, field.selectionStart);
    const mention = mentionBeingTyped(before);
    const people = mention === undefined ? [] : peopleLike(store.state, mention);
    show(people.map((person) => mentionSuggestion(person, field)));
  };
  /** A space after a command's whole name chooses it. */
  const suggestCommands = (typed: string, isWhole: boolean) => {
    const { locale } = store.state;
    const commands = slashCommands(store.state);
    const exact = commands.find(({ name }) => inLocale(name, locale) === typed || name.default === typed);
    if (isWhole) return exact ? enterCommand(exact) : hide();
    const begins = (command: CommandView) => inLocale(command.name, locale).startsWith(typed.toLowerCase());
    show(commands.filter(begins).map((command) => commandSuggestion(store.state, command, enterCommand)));
  };
  return { node, hide, handles, suggest };
}

function slashCommands(state: State): readonly CommandView[] {
  const offered = placeNamed(state, state.place)?.commands ?? [];
  return state.commands.filter(({ kind, id }) => kind === 'slash' && offered.includes(id));
}

function commandSuggestion(
  { locale }: State,
  command: CommandView,
  enter: (command: CommandView) => void,
): Suggestion {
  const options = command.options
    .filter(({ required }) => required)
    .map(({ name }) => ` ${inLocale(name, locale)}`)
    .join('');
  const label = `/${inLocale(command.name, locale)}${options}`;
  return { label, detail: inLocale(command.description, locale), take: () => enter(command) };
}

/** The bot first: it is whom one mentions here. */
function peopleLike({ people, bot }: State, typed: string): readonly PersonView[] {
  const like = [...people.values()].filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
  const isBot = ({ id }: PersonView) => id === bot.id;
  return [...like.filter(isBot), ...like.filter((person) => !isBot(person))].slice(0, MOST_PEOPLE);
}

function mentionSuggestion({ name }: PersonView, field: HTMLTextAreaElement): Suggestion {
  const take = () => {
    const before = field.value.slice(0, field.selectionStart).replace(/@[^\s@]*$/u, `@${name} `);
    field.value = before + field.value.slice(field.selectionStart);
    field.setSelectionRange(before.length, before.length);
    field.focus();
  };
  return { label: name, take };
}
