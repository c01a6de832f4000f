// The bar above the conversation: where one is, the language, the colours, the inspector.
import { el, iconButton, on, setAttributes } from '../drawing/dom.ts';
import { icon } from '../drawing/icons.ts';
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
