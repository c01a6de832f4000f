// Where one writes: messages, mentions, replies, a command with its options, and who else is typing.
import type { CommandView, OptionView, TypedValue } from '../../protocol/protocol.ts';
import { type Attributes, button, el, icon, iconButton, on, setAttributes } from '../drawing/dom.ts';
import { type App, authorOf, type PagePart, wordsOf } from '../model/app.ts';
import { messagesIn } from '../model/state.ts';
import { inLocale } from '../wording/wording.ts';
import { createOptionField, type OptionField } from './option-field.ts';
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

export interface CommandForm {
  readonly node: HTMLElement;
  /** Puts the focus where one begins. */
  readonly start: () => void;
}

function commandForm(app: App, command: CommandView, leave: () => void): CommandForm {
  const { locale } = app.store.state;
  const words = wordsOf(app).command;
  const name = `/${inLocale(command.name, locale)}`;
  const { fields, filled, offers } = createOptions(app, command);
  const run = el('button', { type: 'submit', class: 'main-button' }, words.run);
  const cancel = iconButton(icon('close'), words.cancel, leave);
  const head = el(
    'div',
    { class: 'command-head' },
    el('b', {}, name),
    inLocale(command.description, locale),
    cancel,
  );
  const node = el('form', { class: 'command-form', 'aria-label': name }, head, filled, offers, run);
  on(node, {
    submit: (event) => {
      event.preventDefault();
      const missing = command.options.find(
        ({ id, required }) => required && valuesOf(fields)[id] === undefined,
      );
      if (missing) return complain(app, fields.get(missing.id), inLocale(missing.name, locale));
      const { place } = app.store.state;
      void app.act({ kind: 'command', place, name: command.name.default, values: valuesOf(fields) });
      leave();
    },
    keydown: (event) => {
      if (event.key === 'Escape') leave();
    },
  });
  return { node, start: () => ([...fields.values()][0]?.focus ?? (() => run.focus()))() };
}

interface ShownOptions {
  /** The fields now shown, by their options' ids. */
  readonly fields: ReadonlyMap<string, OptionField>;
  readonly filled: HTMLElement;
  readonly offers: HTMLElement;
}

/** Required options stand in the form from the start, the others are offered. */
function createOptions(app: App, command: CommandView): ShownOptions {
  const { locale } = app.store.state;
  const words = wordsOf(app).command;
  const fields = new Map<string, OptionField>();
  const filled = el('div', { class: 'option-fields' });
  const offers = el('div', { class: 'option-offers' });
  const of = { command: command.name.default, others: () => valuesOf(fields) };
  const add = (option: OptionView): OptionField => {
    const field = createOptionField(app, option, of);
    fields.set(option.id, field);
    const label = inLocale(option.name, locale);
    const remove = () => {
      fields.delete(option.id);
      box.remove();
      offer(option);
    };
    const box = el('div', { class: 'option' }, field.node);
    if (!option.required) box.append(iconButton(icon('close'), words.remove(label), remove));
    filled.append(box);
    return field;
  };
  const offer = (option: OptionView) => {
    const label = inLocale(option.name, locale);
    const attributes = { 'aria-label': words.add(label), title: inLocale(option.description, locale) };
    offers.append(offerNode(label, attributes, () => add(option).focus()));
  };
  for (const option of command.options) {
    if (option.required) add(option);
    else offer(option);
  }
  return { fields, filled, offers };
}

function offerNode(label: string, attributes: Attributes, take: () => void): HTMLElement {
  const chip = button(label, { class: 'option-offer', ...attributes }, () => {
    chip.remove();
    take();
  });
  chip.prepend(icon('add'));
  return chip;
}

function valuesOf(fields: ReadonlyMap<string, OptionField>): Readonly<Record<string, TypedValue>> {
  return Object.fromEntries(
    [...fields].flatMap(([id, field]) => {
      const value = field.value();
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

function complain(app: App, field: OptionField | undefined, name: string): void {
  app.notify(wordsOf(app).command.missing(name));
  if (!field) return;
  setAttributes(field.node, { class: 'option-field is-missing' });
  field.focus();
}
