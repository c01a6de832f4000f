// The messages of the place that is shown, kept at their end while one reads there; at their beginning, how to ask.
import type { MessageView } from '../../protocol/protocol.ts';
import { button, el, isNearEnd, on, setAttributes, setChildren, toEnd } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { messagesIn, placeNamed, placeTitle, type State } from '../model/state.ts';
import { messageNode } from './message.ts';
import { openOwnText } from './own-text-dialog.ts';

/** Milliseconds within which an author's messages stand under one name. */
const CONTINUED_MS = 7 * 60_000;

interface Drawn {
  readonly stamp: string;
  readonly node: HTMLElement;
}

export function createConversation(app: App): PagePart {
  const { store } = app;
  const list = el('ol', { class: 'messages', role: 'list' });
  const welcome = el('div', {});
  const scroller = el('div', { class: 'scroller', tabindex: 0, role: 'region' }, welcome, list);
  const jump = button('', { class: 'jump', hidden: true }, () => toEnd(scroller));
  const node = el('div', { class: 'conversation' }, scroller, jump);
  const seen = { place: '', last: '', welcome: '' };
  let drawn = new Map<string, Drawn>();
  const draw = () => {
    const { state } = store;
    const messages = messagesIn(state, state.place);
    const isAtEnd = isNearEnd(scroller);
    const last = messages.at(-1);
    const isOwn = last?.id !== seen.last && last?.author === state.you.id;
    drawn = drawMessages(app, messages, drawn);
    setAttributes(scroller, {
      'aria-label': wordsOf(app).messagesIn(placeTitle(placeNamed(state, state.place))),
    });
    const { place, locale, knowledge, bot, guild } = state;
    const stamp = JSON.stringify([place, locale, knowledge, bot, guild]);
    // Until the server has said which places there are, there is nothing to welcome anybody to.
    if (stamp !== seen.welcome) welcome.replaceChildren(...(state.place ? [welcomeNode(app)] : []));
    const nodes = messages.flatMap(({ id }) => drawn.get(id)?.node ?? []);
    keepFocus(list, () => setChildren(list, nodes));
    letOneBeReached(list);
    if (isAtEnd || isOwn || seen.place !== state.place) toEnd(scroller);
    else if (last?.id !== seen.last) jump.hidden = false;
    jump.textContent = wordsOf(app).newMessages;
    Object.assign(seen, { place: state.place, last: last?.id ?? '', welcome: stamp });
  };
  on(scroller, {
    scroll: () => {
      if (isNearEnd(scroller)) jump.hidden = true;
    },
  });
  on(list, { keydown: (event) => moveAmongMessages(list, event) });
  return { node, draw };
}

/** Messages that have not changed keep their elements. */
function drawMessages(
  app: App,
  messages: readonly MessageView[],
  before: ReadonlyMap<string, Drawn>,
): Map<string, Drawn> {
  const { state } = app.store;
  return new Map(
    messages.map((message, index) => {
      const isContinued = continues(message, messages[index - 1]);
      const isEditing = state.editing === message.id;
      const stamp = stampOf(state, message, [isContinued, isEditing]);
      const known = before.get(message.id);
      if (known?.stamp === stamp) return [message.id, known];
      return [message.id, { stamp, node: messageNode(app, message, { isContinued, isEditing }) }];
    }),
  );
}

/** All that a message's elements depend on. */
function stampOf(state: State, message: MessageView, setting: readonly boolean[]): string {
  const { locale, connection, you, people, commands } = state;
  const names = [...people.values()].map(({ name }) => name);
  return JSON.stringify([message, setting, locale, connection, you.id, names, commands.length]);
}

function continues(message: MessageView, previous: MessageView | undefined): boolean {
  return (
    previous?.author === message.author &&
    message.replyTo === null &&
    message.usedBy === null &&
    message.createdAt - previous.createdAt < CONTINUED_MS &&
    message.isPrivate === previous.isPrivate
  );
}

/** One message is in the order of the Tab key; arrows lead to the others. */
function letOneBeReached(list: HTMLElement): void {
  const articles = [...list.querySelectorAll('article')];
  const focused = articles.find((article) => article.contains(document.activeElement));
  const reached = focused ?? articles.at(-1);
  for (const article of articles) article.tabIndex = article === reached ? 0 : -1;
}

function moveAmongMessages(list: HTMLElement, event: KeyboardEvent): void {
  const articles = [...list.querySelectorAll('article')];
  const at = event.target instanceof HTMLElement ? articles.indexOf(event.target) : -1;
  if (at === -1 || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const next = articles[at + (event.key === 'ArrowUp' ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  letOneBeReached(list);
}

/** A message that is drawn anew while a control of it has the focus gives it to the same control. */
function keepFocus(list: HTMLElement, change: () => void): void {
  const { activeElement } = document;
  const message = activeElement?.closest('[data-message]');
  const control = activeElement?.getAttribute('data-control');
  change();
  if (!message || document.activeElement !== document.body) return;
  const again = list.querySelector<HTMLElement>(
    `[data-message="${CSS.escape(message.getAttribute('data-message') ?? '')}"]`,
  );
  const same = control ? again?.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]`) : null;
  (same ?? again)?.focus();
}

/** The beginning of a conversation: whom one asks, how to ask, and questions to begin with. */
function welcomeNode(app: App): HTMLElement {
  const { state } = app.store;
  const { welcome, ownText } = wordsOf(app);
  const place = placeNamed(state, state.place);
  const isDirect = place?.kind === 'direct';
  const heading = isDirect ? welcome.direct(state.bot.name) : welcome.channel(placeTitle(place));
  const examples = state.knowledge.examples[state.locale];
  const { text, titles } = state.knowledge.introduction[state.locale];
  return el(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    el('h2', { id: 'welcome-title' }, heading),
    el('p', {}, text),
    el('ul', { class: 'titles' }, ...titles.map((title) => el('li', {}, title))),
    el('p', {}, isDirect ? welcome.howToDirect : welcome.howTo(state.bot.name)),
    examples.length === 0 ? null : el('h3', {}, welcome.examples),
    el(
      'div',
      { class: 'examples' },
      ...examples.map((question) =>
        button(question, { class: 'example' }, () => {
          const text = isDirect ? question : `<@${state.bot.id}> ${question}`;
          void app.act({ kind: 'say', place: state.place, text, replyTo: null, ping: true });
        }),
      ),
    ),
    state.ownText ? null : button(ownText.open, { class: 'link-button' }, () => openOwnText(app)),
  );
}
