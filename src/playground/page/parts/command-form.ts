// A slash command being filled in: its required options, the optional ones on request, live suggestions.
import type { CommandView, OptionView, TypedValue } from '../../protocol/protocol.ts';
import { type Attributes, button, el, iconButton, on, setAttributes } from '../drawing/dom.ts';
import { icon } from '../drawing/icons.ts';
import { type App, wordsOf } from '../model/app.ts';
import { inLocale } from '../wording/wording.ts';
import { createOptionField, type OptionField } from './option-field.ts';

export interface CommandForm {
  readonly node: HTMLElement;
  /** Puts the focus where one begins. */
  readonly start: () => void;
}

export function commandForm(app: App, command: CommandView, leave: () => void): CommandForm {
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
