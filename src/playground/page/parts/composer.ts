// Where one writes: messages, mentions, replies, the way into the slash commands, and who else is typing.
import type { CommandView } from '../../protocol/protocol.ts';
import { el, iconButton, on } from '../drawing/dom.ts';
import { icon } from '../drawing/icons.ts';
import { type App, authorOf, type PagePart, wordsOf } from '../model/app.ts';
import { messagesIn } from '../model/state.ts';
import { commandForm } from './command-form.ts';
import { createWriting } from './writing.ts';

export function createComposer(app: App): PagePart {
  const { store } = app;
  const writing = createWriting(app, (command) => enterCommand(command));
  const replyBar = createReplyBar(app);
  const node = el(
    'div',
    { class: 'composer' },
    writing.suggestions,
    replyBar.node,
    writing.node,
    writing.notes,
  );
  let shownPlace = '';

  const leaveCommand = () => {
    node.querySelector('.command-form')?.remove();
    writing.node.hidden = false;
    writing.focus();
  };
  const enterCommand = (command: CommandView) => {
    writing.clear();
    writing.node.hidden = true;
    const form = commandForm(app, command, leaveCommand);
    node.append(form.node);
    form.start();
  };
  const draw = () => {
    const { place } = store.state;
    writing.draw();
    if (replyBar.draw()) writing.focus();
    if (shownPlace !== place && writing.node.hidden) leaveCommand();
    shownPlace = place;
  };
  return { node, draw };
}

export interface ReplyBar {
  readonly node: HTMLElement;
  /** Whether a reply has just begun. */
  readonly draw: () => boolean;
}

/** Above the composer while one replies: to whom, and whether they are pinged. */
function createReplyBar(app: App): ReplyBar {
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

/** Who is typing where one is. */
export function createTyping(app: App): PagePart {
  const node = el('div', { class: 'typing' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    const { typists, place, people } = app.store.state;
    const now = Date.now();
    const here = typists.filter((typist) => typist.place === place && typist.until > now);
    const names = here.flatMap(({ person }) => people.get(person)?.name ?? []);
    node.textContent = names.length === 0 ? '' : wordsOf(app).typing(names);
    clearTimeout(timer);
    const ends = Math.min(...here.map(({ until }) => until));
    if (here.length > 0) timer = setTimeout(draw, ends - now);
  };
  return { node, draw };
}
