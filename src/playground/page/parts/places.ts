// The list of places to be in: the server’s channels and thread, and the conversation with the bot; below it, one’s own name.
import type { PlaceView } from '../../protocol/protocol.ts';
import {
  avatar,
  button,
  el,
  type IconName,
  icon,
  iconButton,
  on,
  setAttributes,
  setChildren,
} from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { openOwnText } from './own-text-dialog.ts';

export function placeIcon({ kind }: PlaceView): IconName {
  switch (kind) {
    case 'channel':
      return 'hash';
    case 'thread':
      return 'thread';
    case 'direct':
      return 'person';
  }
}

export function createPlaces(app: App): PagePart {
  const { store } = app;
  const guild = el('div', { class: 'guild-name' });
  const list = el('div', { class: 'place-lists' });
  const ownText = button('', { class: 'own-text-button' }, () => {
    store.change({ isNavigating: false });
    openOwnText(app);
  });
  const you = el('div', { class: 'you' });
  const node = el('nav', { class: 'places' }, guild, list, ownText, you);
  on(node, {
    keydown: (event) => {
      if (event.key === 'Escape') store.change({ isNavigating: false });
    },
  });
  const draw = () => {
    const { state } = store;
    const words = wordsOf(app);
    setAttributes(node, { 'aria-label': words.navigation.label });
    node.classList.toggle('is-open', state.isNavigating);
    guild.textContent = state.guild;
    const isDirect = ({ kind }: PlaceView) => kind === 'direct';
    setChildren(list, [
      ...section(
        app,
        words.channels,
        state.places.filter((place) => !isDirect(place)),
      ),
      ...section(app, words.directMessages, state.places.filter(isDirect)),
    ]);
    ownText.textContent = words.ownText.open;
    const edit = iconButton(icon('pencil'), words.profile.open, () => openProfile(app));
    you.replaceChildren(avatar(state.you), el('span', { class: 'your-name' }, state.you.name), edit);
  };
  return { node, draw };
}

/** Drawn anew only when something in it has changed, so that the focus stays. */
const drawn = new WeakMap<App, Map<string, { readonly stamp: string; readonly nodes: readonly Node[] }>>();

function section(app: App, title: string, places: readonly PlaceView[]): readonly Node[] {
  const { place: current, unread, locale } = app.store.state;
  const key = places[0]?.kind ?? title;
  const counts = places.map(({ id }) => unread.get(id) ?? 0);
  const stamp = JSON.stringify([title, places, counts, current, locale]);
  const known = drawn.get(app) ?? new Map();
  drawn.set(app, known);
  const before = known.get(key);
  if (before?.stamp === stamp) return before.nodes;
  const entries = places.map((place) => el('li', {}, placeButton(app, place)));
  const nodes = [el('h2', {}, title), el('ul', {}, ...entries)];
  known.set(key, { stamp, nodes });
  return nodes;
}

function placeButton(app: App, place: PlaceView): HTMLElement {
  const { store } = app;
  const { state } = store;
  const count = state.unread.get(place.id) ?? 0;
  const isCurrent = place.id === state.place;
  const entry = button(
    '',
    { class: `place place-${place.kind}`, 'aria-current': isCurrent ? 'page' : undefined },
    () => {
      const unread = new Map(store.state.unread);
      unread.delete(place.id);
      store.change({ place: place.id, unread, isNavigating: false, replyingTo: null, editing: null });
    },
  );
  const face = place.kind === 'direct' ? avatar(state.bot) : icon(placeIcon(place));
  const badge =
    count === 0
      ? null
      : el('span', { class: 'badge', 'aria-label': wordsOf(app).unread(count) }, String(count));
  entry.append(face, el('span', { class: 'place-name' }, place.name), ...(badge ? [badge] : []));
  return entry;
}

/** Discord's limit for a display name. */
const LONGEST_NAME = 32;

function openProfile(app: App): void {
  const words = wordsOf(app);
  const { profile } = words;
  const input = el('input', { type: 'text', id: 'your-name', maxlength: LONGEST_NAME, autocomplete: 'off' });
  input.value = app.store.state.you.name;
  const dialog = el('dialog', { 'aria-labelledby': 'profile-title' });
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'profile-title' }, profile.title),
    el('label', { for: 'your-name' }, profile.name),
    input,
    el('p', { class: 'hint' }, profile.hint),
    el(
      'div',
      { class: 'dialog-buttons' },
      button(words.close, { class: 'plain-button' }, () => dialog.close()),
      el('button', { type: 'submit', class: 'main-button' }, profile.save),
    ),
  );
  on(form, {
    submit: (event) => {
      // Not left to the browser: the page's policy forbids sending forms.
      event.preventDefault();
      const name = input.value.trim();
      if (name !== '') void app.act({ kind: 'profile', name, locale: null });
      dialog.close();
    },
  });
  dialog.append(form);
  on(dialog, { close: () => dialog.remove() });
  document.body.append(dialog);
  dialog.showModal();
  input.select();
}
