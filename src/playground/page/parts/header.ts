// The bar above the conversation: where one is, the language, the colours, the inspector; and the notices below it.
import { el, icon, iconButton, on, setAttributes } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { placeNamed, type State } from '../model/state.ts';
import { isLocale, LANGUAGES } from '../wording/wording.ts';
import { placeIcon } from './places.ts';

export function createHeader(app: App): PagePart {
  const { store } = app;
  const navigate = iconButton(icon('menu'), '', () =>
    store.change({ isNavigating: !store.state.isNavigating }),
  );
  navigate.classList.add('only-narrow');
  const title = el('h1', { class: 'place-title' });
  const language = languageSelect(app);
  const theme = iconButton(icon('sun'), '', () =>
    store.change({ theme: store.state.theme === 'dark' ? 'light' : 'dark' }),
  );
  const inspector = iconButton(icon('inspect'), '', () => {
    const isInspecting = !store.state.isInspecting;
    store.change({ isInspecting });
    app.inspect(isInspecting);
  });
  const node = el('header', { class: 'header' }, navigate, title, language, theme, inspector);
  const draw = () => {
    const { state } = store;
    const words = wordsOf(app);
    const place = placeNamed(state, state.place);
    title.replaceChildren(...(place ? [icon(placeIcon(place)), place.name] : [words.title]));
    label(navigate, words.navigation.open);
    setAttributes(navigate, { 'aria-expanded': String(state.isNavigating) });
    label(theme, state.theme === 'dark' ? words.toLight : words.toDark);
    theme.replaceChildren(icon(state.theme === 'dark' ? 'sun' : 'moon'));
    label(inspector, state.isInspecting ? words.inspector.hide : words.inspector.show);
    setAttributes(inspector, { 'aria-pressed': String(state.isInspecting) });
    setAttributes(language, { 'aria-label': words.language });
    language.value = state.locale;
    markDocument(state, words.title);
  };
  return { node, draw };
}

function languageSelect(app: App): HTMLSelectElement {
  const options = LANGUAGES.map(([locale, name]) => el('option', { value: locale, lang: locale }, name));
  const select = el('select', { class: 'language', name: 'language' }, ...options);
  return on(select, {
    change: () => {
      if (!isLocale(select.value)) return;
      app.store.change({ locale: select.value });
      void app.act({ kind: 'profile', name: null, locale: select.value });
    },
  });
}

function label(button: HTMLElement, text: string): void {
  setAttributes(button, { 'aria-label': text, title: text });
}

function markDocument({ locale, theme }: State, title: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset['theme'] = theme;
  document.title = title;
}

export interface Announcer {
  readonly node: HTMLElement;
  readonly announce: (text: string) => void;
  readonly notify: (text: string) => void;
}

/** Milliseconds that a notice stands. */
const NOTICE_MS = 6_000;
/** Sentences that a screen reader finds in the region; older ones go. */
const MOST_SPOKEN = 5;

export function createVoice(): Announcer {
  const spoken = el('div', { class: 'sr-only', 'aria-live': 'polite', role: 'log' });
  const notice = el('div', { class: 'notice', 'aria-live': 'polite', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    node: el('div', {}, spoken, notice),
    announce: (text) => {
      spoken.append(el('p', {}, text));
      while (spoken.childElementCount > MOST_SPOKEN) spoken.firstElementChild?.remove();
    },
    notify: (text) => {
      clearTimeout(timer);
      notice.textContent = text;
      timer = setTimeout(() => notice.replaceChildren(), NOTICE_MS);
    },
  };
}

/** While the connection is lost, or a file of the knowledge folder has a mistake. */
export function createBanner(app: App): PagePart {
  const node = el('div', { class: 'banner', role: 'status', 'aria-live': 'polite' });
  let shown = '';
  const draw = () => {
    const { connection, knowledge, locale } = app.store.state;
    const stamp = JSON.stringify([connection, knowledge.problems, locale]);
    if (stamp === shown) return;
    shown = stamp;
    const words = wordsOf(app);
    const problems = knowledge.problems.map(({ text }) => el('li', {}, text));
    const mistake = [
      el('b', {}, words.knowledge.title),
      el('ul', {}, ...problems),
      el('p', {}, words.knowledge.stillAnswering),
    ];
    node.replaceChildren(
      ...(connection === 'lost' ? [el('b', {}, words.connectionLost)] : []),
      ...(connection === 'connecting' ? [words.connecting] : []),
      ...(problems.length > 0 ? mistake : []),
    );
    node.hidden = node.childNodes.length === 0;
  };
  return { node, draw };
}
