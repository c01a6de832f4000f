// The row one writes a message in: the field, the button that sends it, and the sign to others that one is typing.
import type { CommandView } from '../../protocol.ts';
import { type App, type Part, wordsOf } from '../app.ts';
import { el, iconButton, on, setAttributes } from '../dom.ts';
import { icon } from '../icons.ts';
import { messagesIn, placeNamed, placeTitle } from '../state.ts';
import { fitHeight } from './fit-height.ts';
import { toWire } from './mentions.ts';
import { createWritingSuggestions, type WritingSuggestions } from './writing-suggestions.ts';

export interface Writing extends Part {
  readonly suggestions: HTMLElement;
  readonly focus: () => void;
  readonly clear: () => void;
}

const LONGEST_MESSAGE = 2_000;
/** Milliseconds between two signs of typing, as Discord's client sends them. */
const TYPING_MS = 8_000;

export function createWriting(app: App, enterCommand: (command: CommandView) => void): Writing {
  const { store } = app;
  const field = el('textarea', { rows: 1, maxlength: LONGEST_MESSAGE, class: 'field', id: 'composer' });
  setAttributes(field, { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' });
  const suggestions = createWritingSuggestions(app, field, enterCommand);
  const clear = () => {
    field.value = '';
    suggestions.hide();
    fitHeight(field);
  };
  const send = () => say(app, field.value, clear);
  const sendButton = iconButton(icon('send'), '', send);
  const node = el('div', { class: 'writing' }, field, sendButton);
  listen(app, field, { suggestions, send });
  const draw = () => {
    const { state } = store;
    const words = wordsOf(app).composer;
    const placeholder = words.placeholder(placeTitle(placeNamed(state, state.place)));
    setAttributes(field, { placeholder, 'aria-label': placeholder });
    setAttributes(sendButton, { 'aria-label': words.send, title: words.send });
  };
  return { node, suggestions: suggestions.node, focus: () => field.focus(), clear, draw };
}

function say(app: App, typed: string, clear: () => void): void {
  const { store } = app;
  const { place, people, replyingTo } = store.state;
  const text = toWire(typed.trim(), people.values());
  if (text === '') return;
  clear();
  store.change({ replyingTo: null });
  const { message = null, ping = true } = replyingTo ?? {};
  void app.act({ kind: 'say', place, text, replyTo: message, ping });
}

interface Heard {
  readonly suggestions: WritingSuggestions;
  readonly send: () => void;
}

function listen(app: App, field: HTMLTextAreaElement, { suggestions, send }: Heard): void {
  const typing = createTypingSign(app, field);
  on(field, {
    input: () => {
      fitHeight(field);
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
