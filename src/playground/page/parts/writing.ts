// The row one writes a message in: the field, the button that sends it, what is suggested while one writes, and the sign to
// others that one is typing.
import type { CommandView, PersonView } from '../../protocol/protocol.ts';
import { el, icon, iconButton, on, setAttributes } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { messagesIn, placeNamed, placeTitle, type State } from '../model/state.ts';
import { inLocale } from '../wording/wording.ts';
import { createSuggestions, type FieldSuggestion, type Suggestions } from './option-field.ts';
import {
  createFieldNotes,
  type FieldNotes,
  fitHeight,
  LONGEST_MESSAGE,
  mentionBeingTyped,
  remainingIn,
  toWire,
} from './text-field.ts';

export interface Writing extends PagePart {
  readonly suggestions: HTMLElement;
  /** Stand below the field. */
  readonly notes: HTMLElement;
  readonly focus: () => void;
  readonly clear: () => void;
}

/** Milliseconds between two signs of typing, as Discord's client sends them. */
const TYPING_MS = 8_000;

export function createWriting(app: App, enterCommand: (command: CommandView) => void): Writing {
  const { store } = app;
  const field = el('textarea', { rows: 1, class: 'field', id: 'composer' });
  setAttributes(field, { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' });
  const suggestions = createWritingSuggestions(app, field, enterCommand);
  const notes = createFieldNotes(app);
  const clear = () => {
    field.value = '';
    suggestions.hide();
    notes.keep();
    fitHeight(field);
  };
  const send = () => say(app, field.value, clear);
  const sendButton = iconButton(icon('send'), '', send);
  const node = el('div', { class: 'writing' }, field, sendButton);
  listen(app, field, { suggestions, notes, send });
  const draw = () => {
    const { state } = store;
    const words = wordsOf(app).composer;
    const placeholder = words.placeholder(placeTitle(placeNamed(state, state.place)));
    setAttributes(field, { placeholder, 'aria-label': placeholder });
    setAttributes(sendButton, { 'aria-label': words.send, title: words.send });
    notes.draw();
  };
  return { node, suggestions: suggestions.node, notes: notes.node, focus: () => field.focus(), clear, draw };
}

function say(app: App, typed: string, clear: () => void): void {
  const { store } = app;
  const { place, people, replyingTo } = store.state;
  const text = toWire(typed.trim(), people.values());
  if (text === '') return;
  if (remainingIn(store.state, typed) < 0) {
    app.notify(wordsOf(app).composer.tooLong(LONGEST_MESSAGE));
    return;
  }
  clear();
  store.change({ replyingTo: null });
  const { message = null, ping = true } = replyingTo ?? {};
  void app.act({ kind: 'say', place, text, replyTo: message, ping });
}

interface Heard {
  readonly suggestions: WritingSuggestions;
  readonly notes: FieldNotes;
  readonly send: () => void;
}

function listen(app: App, field: HTMLTextAreaElement, { suggestions, notes, send }: Heard): void {
  const typing = createTypingSign(app, field);
  on(field, {
    input: () => {
      fitHeight(field);
      notes.tell(field.value);
      suggestions.suggest();
      typing.tell();
    },
    blur: () => suggestions.hide(),
    keydown: (event) => {
      if (event.isComposing || suggestions.handles(event)) return;
      if (event.key === 'Escape') app.store.change({ replyingTo: null });
      if (event.key === 'ArrowUp' && field.value === '') editLast(app, event);
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      typing.forget();
      send();
    },
  });
}

interface TypingSign {
  readonly tell: () => void;
  /** Lets the next key tell at once. */
  readonly forget: () => void;
}

function createTypingSign(app: App, field: HTMLTextAreaElement): TypingSign {
  let typedAt = 0;
  const tell = () => {
    if (field.value === '' || field.value.startsWith('/') || Date.now() - typedAt < TYPING_MS) return;
    typedAt = Date.now();
    void app.act({ kind: 'type', place: app.store.state.place });
  };
  const forget = () => {
    typedAt = 0;
  };
  return { tell, forget };
}

function editLast({ store }: App, event: KeyboardEvent): void {
  const { state } = store;
  const mine = messagesIn(state, state.place).findLast(({ author }) => author === state.you.id);
  if (!mine) return;
  event.preventDefault();
  store.change({ editing: mine.id });
}

export interface WritingSuggestions extends Omit<Suggestions, 'show'> {
  /** Shows what fits the text as it now stands. */
  readonly suggest: () => void;
}

const MOST_PEOPLE = 8;

/** Commands after a slash, people after an @. */
function createWritingSuggestions(
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
): FieldSuggestion {
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

function mentionSuggestion({ name }: PersonView, field: HTMLTextAreaElement): FieldSuggestion {
  const take = () => {
    const before = field.value.slice(0, field.selectionStart).replace(/@[^\s@]*$/u, `@${name} `);
    field.value = before + field.value.slice(field.selectionStart);
    field.setSelectionRange(before.length, before.length);
    field.focus();
  };
  return { label: name, take };
}
