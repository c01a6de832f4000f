// Where one writes: messages, mentions, replies, and the way into the slash commands.
import type { CommandView, PersonView } from '../../protocol.ts';
import { type App, type Part, wordsOf } from '../app.ts';
import { el, iconButton, on, setAttributes } from '../dom.ts';
import { icon } from '../icons.ts';
import { messagesIn, placeNamed, placeTitle, type State } from '../state.ts';
import { inLocale } from '../wording/wording.ts';
import { commandForm } from './command-form.ts';
import { fitHeight } from './fit-height.ts';
import { mentionBeingTyped, toWire } from './mentions.ts';
import { createReplyBar } from './reply-bar.ts';
import { createSuggestions, type Suggestion } from './suggestions.ts';

const LONGEST_MESSAGE = 2_000;
/** Milliseconds between two signs of typing, as Discord's client sends them. */
const TYPING_MS = 8_000;
const MOST_PEOPLE = 8;

export function createComposer(app: App): Part {
  const { store } = app;
  const field = el('textarea', { rows: 1, maxlength: LONGEST_MESSAGE, class: 'field', id: 'composer' });
  setAttributes(field, { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' });
  const suggestions = createSuggestions(app, field);
  const replyBar = createReplyBar(app);
  const sendButton = iconButton(icon('send'), '', () => send());
  const writing = el('div', { class: 'writing' }, field, sendButton);
  const node = el('div', { class: 'composer' }, suggestions.node, replyBar.node, writing);
  let shownPlace = '';
  let typedAt = 0;

  const clear = (text = '') => {
    field.value = text;
    suggestions.hide();
    fitHeight(field);
  };
  const leaveCommand = () => {
    node.querySelector('.command-form')?.remove();
    writing.hidden = false;
    field.focus();
  };
  const enterCommand = (command: CommandView) => {
    clear();
    writing.hidden = true;
    const form = commandForm(app, command, leaveCommand);
    node.append(form.node);
    form.start();
  };
  const send = () => {
    const { place, people, replyingTo } = store.state;
    const text = toWire(field.value.trim(), people.values());
    if (text === '') return;
    clear();
    store.change({ replyingTo: null });
    const { message = null, ping = true } = replyingTo ?? {};
    void app.act({ kind: 'say', place, text, replyTo: message, ping });
  };
  const suggest = () => {
    const slash = /^\/(\S*)( ?)$/u.exec(field.value);
    if (slash) return suggestCommands(slash[1] ?? '', slash[2] === ' ');
    const before = field.value.slice(0, field.selectionStart);
    const mention = mentionBeingTyped(before);
    suggestions.show(mention === undefined ? [] : peopleLike(store.state, mention).map(mentionSuggestion));
  };
  /** A space after a command's whole name chooses it. */
  const suggestCommands = (typed: string, isWhole: boolean) => {
    const { locale } = store.state;
    const commands = slashCommands(store.state);
    const exact = commands.find(({ name }) => inLocale(name, locale) === typed || name.default === typed);
    if (isWhole) return exact ? enterCommand(exact) : suggestions.hide();
    const begins = (command: CommandView) => inLocale(command.name, locale).startsWith(typed.toLowerCase());
    suggestions.show(
      commands.filter(begins).map((command) => commandSuggestion(store.state, command, enterCommand)),
    );
  };
  const mentionSuggestion = ({ name }: PersonView): Suggestion => ({
    label: name,
    take: () => {
      const before = field.value.slice(0, field.selectionStart).replace(/@[^\s@]*$/u, `@${name} `);
      field.value = before + field.value.slice(field.selectionStart);
      field.setSelectionRange(before.length, before.length);
      field.focus();
    },
  });
  const tellTyping = () => {
    if (field.value === '' || field.value.startsWith('/') || Date.now() - typedAt < TYPING_MS) return;
    typedAt = Date.now();
    void app.act({ kind: 'type', place: store.state.place });
  };

  on(field, {
    input: () => {
      fitHeight(field);
      suggest();
      tellTyping();
    },
    blur: () => suggestions.hide(),
    keydown: (event) => {
      if (event.isComposing || suggestions.handles(event)) return;
      if (event.key === 'Escape') store.change({ replyingTo: null });
      if (event.key === 'ArrowUp' && field.value === '') editLast(app, event);
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      typedAt = 0;
      send();
    },
  });
  const draw = () => {
    const { state } = store;
    const words = wordsOf(app).composer;
    const placeholder = words.placeholder(placeTitle(placeNamed(state, state.place)));
    setAttributes(field, { placeholder, 'aria-label': placeholder });
    setAttributes(sendButton, { 'aria-label': words.send, title: words.send });
    if (replyBar.draw()) field.focus();
    if (shownPlace !== state.place && writing.hidden) leaveCommand();
    shownPlace = state.place;
  };
  return { node, draw };
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

function editLast({ store }: App, event: KeyboardEvent): void {
  const { state } = store;
  const mine = messagesIn(state, state.place).findLast(({ author }) => author === state.you.id);
  if (!mine) return;
  event.preventDefault();
  store.change({ editing: mine.id });
}
