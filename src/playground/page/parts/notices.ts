// What the page says by itself: to screen readers, in a short notice, and in a banner while an interview has mistakes.
import { el } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';

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
