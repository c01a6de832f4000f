// One message: who and when, what it answers, its text, embeds and controls, and what can be done with it.
import type { ControlView, EmbedView, MessageView, PersonView } from '../../protocol/protocol.ts';
import { avatar, button, el, icon } from '../drawing/dom.ts';
import { plainText } from '../markdown/parse.ts';
import { link, renderBlockless, renderMarkdown } from '../markdown/render.ts';
import { timeInWords } from '../markdown/time.ts';
import { type App, authorOf, readerOf, wordsOf } from '../model/app.ts';
import { openMenu } from './menu.ts';
import { addActions, editForm } from './message-actions.ts';

const MS_PER_SECOND = 1000;

export interface Placement {
  /** The message before is by the same author and recent: the name is not repeated. */
  readonly isContinued: boolean;
  readonly isEditing: boolean;
}

export function messageNode(
  app: App,
  message: MessageView,
  { isContinued, isEditing }: Placement,
): HTMLElement {
  const { state } = app.store;
  const author = authorOf(app, message);
  const article = el('article', {
    class: classesOf(app, message, isContinued),
    'aria-label': `${author.name}, ${timeOf(app, message, 'f')}`,
    tabindex: -1,
    'data-message': message.id,
  });
  article.append(
    ...[referenceNode(app, message), usedByNode(app, message)].filter((node) => node !== null),
    isContinued ? el('span', { class: 'hover-time' }, timeOf(app, message, 't')) : avatar(author),
    el(
      'div',
      { class: 'message-body' },
      isContinued ? null : headNode(app, message, author),
      isEditing ? editForm(app, message) : textNode(app, message),
      ...message.embeds.map((embed) => embedNode(app, embed)),
      ...rowNodes(app, message),
      message.isPrivate ? privateNode(app, message) : null,
    ),
  );
  if (!isEditing && state.connection === 'open') addActions(app, message, article);
  return el('li', {}, article);
}

function classesOf({ store }: App, message: MessageView, isContinued: boolean): string {
  const isForYou = message.mentions.includes(store.state.you.id);
  return [
    'message',
    ...(isContinued ? ['is-continued'] : []),
    ...(isForYou ? ['is-for-you'] : []),
    ...(message.isPrivate ? ['is-private'] : []),
  ].join(' ');
}

function headNode(app: App, message: MessageView, author: PersonView): HTMLElement {
  const datetime = new Date(message.createdAt).toISOString();
  const title = timeOf(app, message, 'F');
  return el(
    'div',
    { class: 'message-head' },
    el('span', { class: 'author' }, author.name),
    author.isBot ? el('span', { class: 'app-tag' }, wordsOf(app).message.app) : null,
    el('time', { datetime, title }, timeOf(app, message, 't')),
  );
}

function timeOf(app: App, { createdAt }: MessageView, style: string): string {
  return timeInWords(Math.floor(createdAt / MS_PER_SECOND), style, readerOf(app));
}

function textNode(app: App, message: MessageView): HTMLElement | null {
  const words = wordsOf(app).message;
  if (message.isThinking)
    return el('div', { class: 'thinking' }, words.thinking(authorOf(app, message).name));
  if (message.content === '') return null;
  const edited = message.isEdited ? el('span', { class: 'edited' }, words.edited) : null;
  return el('div', { class: 'text' }, renderMarkdown(message.content, readerOf(app)), edited);
}

function referenceNode(app: App, { replyTo }: MessageView): HTMLElement | null {
  if (replyTo === null) return null;
  const words = wordsOf(app).message;
  if (replyTo.kind === 'gone') return el('div', { class: 'reference' }, icon('reply'), words.originalGone);
  const { people } = app.store.state;
  const person = people.get(replyTo.author);
  const name = person?.name ?? replyTo.name;
  const text = plainText(replyTo.text, (id) => people.get(id)?.name ?? '');
  const jump = button('', { class: 'reference-link' }, () => {
    const target = document.querySelector<HTMLElement>(`[data-message="${CSS.escape(replyTo.id)}"]`);
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  });
  jump.append(el('span', { class: 'sr-only' }, `${words.repliedTo} `), el('b', {}, name), ` ${text}`);
  return el('div', { class: 'reference' }, icon('reply'), jump);
}

function usedByNode(app: App, { usedBy }: MessageView): HTMLElement | null {
  if (usedBy === null) return null;
  const name = app.store.state.people.get(usedBy.person)?.name ?? usedBy.name;
  const used = wordsOf(app).message.used(usedBy.command);
  return el('div', { class: 'reference' }, icon('reply'), el('b', {}, name), ` ${used}`);
}

function privateNode(app: App, { place, id }: MessageView): HTMLElement {
  const words = wordsOf(app).message;
  const dismiss = button(words.dismiss, { class: 'link-button' }, () => {
    void app.act({ kind: 'dismiss', place, message: id });
  });
  return el('div', { class: 'private-note' }, icon('eye'), words.onlyYou, ' • ', dismiss);
}

/** As Discord draws it: a coloured edge, author, title, text, fields, footer. */
function embedNode(app: App, embed: EmbedView): HTMLElement {
  const reader = readerOf(app);
  const { author, title, url, description, fields, color } = embed;
  const heading = title === null ? null : renderBlockless(title, reader);
  const text =
    description === null ? null : el('div', { class: 'embed-text' }, renderMarkdown(description, reader));
  const node = el(
    'div',
    { class: 'embed' },
    author === null ? null : el('div', { class: 'embed-author' }, author),
    heading && el('div', { class: 'embed-title' }, url === null ? heading : link(url, [heading])),
    text,
    ...fields.map(({ name, value, inline }) =>
      el(
        'div',
        { class: inline ? 'embed-field is-inline' : 'embed-field' },
        el('div', { class: 'embed-field-name' }, renderBlockless(name, reader)),
        el('div', {}, renderMarkdown(value, reader)),
      ),
    ),
    footerNode(app, embed),
  );
  if (color !== null) node.style.borderInlineStartColor = `#${color.toString(16).padStart(6, '0')}`;
  return node;
}

function footerNode(app: App, { footer, timestamp }: EmbedView): HTMLElement | null {
  const seconds = timestamp === null ? Number.NaN : Date.parse(timestamp) / MS_PER_SECOND;
  const time = Number.isNaN(seconds) ? [] : [timeInWords(seconds, 'f', readerOf(app))];
  const words = [...(footer === null ? [] : [footer]), ...time];
  return words.length === 0 ? null : el('div', { class: 'embed-footer' }, words.join(' • '));
}

function rowNodes(app: App, message: MessageView): readonly HTMLElement[] {
  return message.rows.map((row) =>
    el('div', { class: 'controls' }, ...row.map((control) => controlNode(app, message, control))),
  );
}

function controlNode(app: App, message: MessageView, control: ControlView): HTMLElement {
  switch (control.kind) {
    case 'link':
      return link(control.url, [document.createTextNode(control.label)]);
    case 'button':
      return pressable(app, message, control);
    case 'select':
      return selectNode(app, message, control);
  }
}

function pressable(
  app: App,
  { place, id: message }: MessageView,
  control: Extract<ControlView, { kind: 'button' }>,
): HTMLElement {
  const { id, label, style, disabled } = control;
  const attributes = { class: `control control-${style}`, disabled, 'data-control': id };
  const node = button(label, attributes, () =>
    during(node, app.act({ kind: 'press', place, message, control: id })),
  );
  return node;
}

function selectNode(
  app: App,
  { place, id: message }: MessageView,
  control: Extract<ControlView, { kind: 'select' }>,
): HTMLElement {
  const { id, placeholder, options, disabled } = control;
  const attributes = {
    class: 'control control-select',
    'aria-haspopup': 'listbox',
    disabled,
    'data-control': id,
  };
  const node = button(placeholder, attributes, () =>
    openMenu({
      role: 'listbox',
      label: placeholder,
      anchor: node,
      items: options.map(({ label, description, value }) => ({
        label,
        detail: description,
        run: () => during(node, app.act({ kind: 'select', place, message, control: id, values: [value] })),
      })),
    }),
  );
  node.append(icon('down'));
  return node;
}

/** Shows that the press is on its way. It stays pressable: pressing twice is what members do, and must do no harm. */
function during(node: HTMLElement, act: Promise<unknown>): void {
  node.setAttribute('aria-busy', 'true');
  void act.finally(() => node.removeAttribute('aria-busy'));
}
