// The page: joins the connection, the state and the parts, and remembers the language and colours that this browser chose.
import type { ActResult, News, PageLocale } from '../protocol/protocol.ts';
import { el } from './drawing/dom.ts';
import { type App, spokenMessage, wordsOf } from './model/app.ts';
import { createConnection } from './model/connection.ts';
import { afterNews, createStore, initialState, type Theme } from './model/state.ts';
import { createComposer, createTyping } from './parts/composer.ts';
import { createConversation } from './parts/conversation.ts';
import { openForm } from './parts/form-dialog.ts';
import { createBanner, createHeader, createVoice } from './parts/header.ts';
import { createInspector } from './parts/inspector.ts';
import { createOwnTextBar, takeDroppedFiles } from './parts/own-text-dialog.ts';
import { createPlaces } from './parts/places.ts';
import { isLocale, preferredLocale } from './wording/wording.ts';

const LOCALE_KEY = 'verbatim-locale';
const THEME_KEY = 'verbatim-theme';

export function chosenLocale(): PageLocale {
  const chosen = localStorage.getItem(LOCALE_KEY) ?? '';
  return isLocale(chosen) ? chosen : preferredLocale(navigator.languages);
}

export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(THEME_KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export function rememberChoices({
  locale,
  theme,
}: {
  readonly locale: PageLocale;
  readonly theme: Theme;
}): void {
  localStorage.setItem(LOCALE_KEY, locale);
  localStorage.setItem(THEME_KEY, theme);
}

const store = createStore(initialState(chosenLocale(), chosenTheme()));
const voice = createVoice();
const connection = createConnection({
  locale: () => store.state.locale,
  isInspecting: () => store.state.isInspecting,
  onNews: hear,
  onLost: () => store.change({ connection: 'lost' }),
});
const app: App = {
  store,
  announce: voice.announce,
  notify: voice.notify,
  inspect: connection.inspect,
  tryText: connection.tryText,
  leave: connection.leave,
  act: async (act) => {
    const result = await connection.act(act);
    complain(result);
    if (result?.outcome === 'form') openForm(app, result.form);
    return result;
  },
};

function hear(news: News): void {
  const before = store.state;
  store.replace(afterNews(before, news, Date.now()));
  if (
    news.kind === 'posted' &&
    news.message.author !== before.you.id &&
    news.message.place === before.place
  ) {
    voice.announce(spokenMessage(app, news.message));
  }
  const isMended = news.kind === 'knowledge' && news.knowledge.problems.length === 0;
  if (isMended) voice.notify(wordsOf(app).knowledge.mended);
  if (news.kind === 'snapshot' && before.ownText && !news.snapshot.ownText)
    voice.notify(wordsOf(app).ownText.left);
  // The server may have met this visitor under another language.
  if (news.kind === 'snapshot' && news.snapshot.you.locale !== before.locale) {
    void app.act({ kind: 'profile', name: null, locale: before.locale });
  }
}

function complain(result: ActResult | undefined): void {
  const words = wordsOf(app);
  if (result === undefined) voice.notify(words.unreachable);
  else if (result.outcome === 'refused') voice.notify(words.refused(result.why));
  else if (result.outcome === 'failed') voice.notify(words.failed);
}

const skip = el('a', { href: '#composer', class: 'skip' });
const banner = createBanner(app);
const header = createHeader(app);
const places = createPlaces(app);
const conversation = createConversation(app);
const typing = createTyping(app);
const composer = createComposer(app);
const inspector = createInspector(app);
const main = el('main', { class: 'main' }, conversation.node, composer.node, typing.node);
const ownTextBar = createOwnTextBar(app);
const column = el('div', { class: 'column' }, header.node, banner.node, ownTextBar.node, main);

document.body.append(skip, el('div', { class: 'page' }, places.node, column, inspector.node), voice.node);
for (const part of [banner, header, ownTextBar, places, conversation, typing, composer, inspector]) {
  store.onChange(part.draw);
  part.draw();
}
store.onChange(({ locale, theme }) => {
  rememberChoices({ locale, theme });
  skip.textContent = wordsOf(app).skipToComposer;
});
takeDroppedFiles(app);
connection.open();
