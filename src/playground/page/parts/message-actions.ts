// What can be done with a message: the buttons that appear on it, and its context menu with the bot's own commands.
import type { MessageView } from '../../protocol.ts';
import { type App, wordsOf } from '../app.ts';
import { el, iconButton, on } from '../dom.ts';
import { icon } from '../icons.ts';
import { placeNamed } from '../state.ts';
import { inLocale } from '../wording/wording.ts';
import { type MenuItem, openMenu } from './menu.ts';
import { spokenMessage } from './spoken.ts';

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
