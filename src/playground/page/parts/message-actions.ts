// What can be done with a message: the buttons that appear on it, its context menu with the bot’s own commands, and editing it in
// its place.
import type { MessageView } from '../../protocol/protocol.ts';
import { el, icon, iconButton, on } from '../drawing/dom.ts';
import { type App, spokenMessage, wordsOf } from '../model/app.ts';
import { placeNamed } from '../model/state.ts';
import { inLocale } from '../wording/wording.ts';
import { type MenuItem, openMenu } from './menu.ts';
import { fitHeight, fromWire, LONGEST_MESSAGE, toWire } from './text-field.ts';

export function addActions(app: App, message: MessageView, article: HTMLElement): void {
  const words = wordsOf(app).message;
  const open = (point?: { readonly x: number; readonly y: number }) =>
    openMenu({
      role: 'menu',
      label: words.actions,
      items: itemsFor(app, message),
      anchor: more,
      ...(point ? { point } : {}),
    });
  const more = iconButton(icon('more'), words.more, () => open());
  more.setAttribute('aria-haspopup', 'menu');
  const bar = el(
    'div',
    { class: 'actions', role: 'group', 'aria-label': words.actions },
    message.isPrivate ? null : iconButton(icon('reply'), words.reply, () => reply(app, message)),
    isMine(app, message) ? iconButton(icon('pencil'), words.edit, () => edit(app, message)) : null,
    more,
  );
  article.append(bar);
  on(article, {
    contextmenu: (event) => {
      event.preventDefault();
      // The keyboard's menu key gives no place of its own.
      open(event.button === 2 || event.clientX > 0 ? { x: event.clientX, y: event.clientY } : undefined);
    },
  });
}

function itemsFor(app: App, message: MessageView): readonly MenuItem[] {
  const words = wordsOf(app).message;
  const { place, id: messageId, isPrivate } = message;
  const remove = () => void app.act({ kind: 'delete', place, message: messageId });
  const dismiss = () => void app.act({ kind: 'dismiss', place, message: messageId });
  return [
    ...(isPrivate ? [] : [{ label: words.reply, run: () => reply(app, message) }]),
    ...(isMine(app, message) ? [{ label: words.edit, run: () => edit(app, message) }] : []),
    { label: words.copy, run: () => copy(app, message) },
    ...commandItems(app, message),
    ...(isMine(app, message) ? [{ label: words.delete, isDanger: true, run: remove }] : []),
    ...(isPrivate ? [{ label: words.dismiss, run: dismiss }] : []),
  ];
}

/** Discord offers no commands on a message that only one member sees. */
function commandItems(app: App, { place, id: message, isPrivate }: MessageView): readonly MenuItem[] {
  const { state } = app.store;
  const offered = placeNamed(state, place)?.commands ?? [];
  if (isPrivate) return [];
  return state.commands
    .filter(({ kind, id }) => kind === 'message' && offered.includes(id))
    .map(({ name }, index) => ({
      label: inLocale(name, state.locale),
      ...(index === 0 ? { group: wordsOf(app).message.apps } : {}),
      run: () => void app.act({ kind: 'menu', place, message, name: name.default }),
    }));
}

function isMine({ store }: App, { author }: MessageView): boolean {
  return author === store.state.you.id;
}

function reply({ store }: App, { id }: MessageView): void {
  store.change({ replyingTo: { message: id, ping: true } });
}

function edit({ store }: App, { id }: MessageView): void {
  store.change({ editing: id });
}

function copy(app: App, message: MessageView): void {
  const { message: words, unreachable } = wordsOf(app);
  const text = message.content === '' ? spokenMessage(app, message) : message.content;
  navigator.clipboard.writeText(text).then(
    () => app.notify(words.copied),
    // A browser may forbid it; then nothing was copied, and that is said.
    () => app.notify(unreachable),
  );
}

/** In the place of one’s own message: Enter saves, Escape cancels. */
export function editForm(app: App, message: MessageView): HTMLElement {
  const words = wordsOf(app).message;
  const { store } = app;
  const field = el('textarea', {
    'aria-label': words.editLabel,
    maxlength: LONGEST_MESSAGE,
    rows: 1,
    class: 'field',
  });
  field.value = fromWire(message.content, store.state.people);
  const done = () => {
    store.change({ editing: null });
    document.querySelector<HTMLElement>(`[data-message="${CSS.escape(message.id)}"]`)?.focus();
  };
  on(field, {
    input: () => fitHeight(field),
    keydown: (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') done();
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      const text = toWire(field.value.trim(), store.state.people.values());
      const { place, id } = message;
      if (text !== '' && text !== message.content) void app.act({ kind: 'edit', place, message: id, text });
      done();
    },
  });
  queueMicrotask(() => {
    fitHeight(field);
    field.focus();
  });
  return el('div', { class: 'edit-form' }, field, el('div', { class: 'hint' }, words.editHint));
}
