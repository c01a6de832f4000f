// Above the composer while one replies: to whom, and whether they are pinged.
import { type App, wordsOf } from '../app.ts';
import { el, iconButton, on } from '../dom.ts';
import { icon } from '../icons.ts';
import { messagesIn } from '../state.ts';
import { authorOf } from './spoken.ts';

export interface ReplyBar {
  readonly node: HTMLElement;
  /** Whether a reply has just begun. */
  readonly draw: () => boolean;
}

export function createReplyBar(app: App): ReplyBar {
  const { store } = app;
  const node = el('div', { class: 'reply-bar', hidden: true });
  let shown = '';
  let shownTarget = '';
  const draw = () => {
    const { replyingTo, place, locale } = store.state;
    const target = messagesIn(store.state, place).find(({ id }) => id === replyingTo?.message);
    const stamp = JSON.stringify([replyingTo, target?.author, locale]);
    const isNew = stamp !== shown && target !== undefined && shownTarget !== target.id;
    if (stamp === shown) return false;
    shown = stamp;
    shownTarget = target?.id ?? '';
    node.hidden = target === undefined;
    const words = wordsOf(app).composer;
    if (!target || !replyingTo) return false;
    const ping = el('input', { type: 'checkbox', id: 'reply-ping' });
    ping.checked = replyingTo.ping;
    on(ping, { change: () => store.change({ replyingTo: { ...replyingTo, ping: ping.checked } }) });
    node.replaceChildren(
      el('span', { class: 'reply-target' }, words.replyingTo(authorOf(app, target).name)),
      el('label', { for: 'reply-ping' }, ping, ` ${words.ping}`),
      iconButton(icon('close'), words.cancelReply, () => store.change({ replyingTo: null })),
    );
    return isNew;
  };
  return { node, draw };
}
