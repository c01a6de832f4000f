// A slash command being filled in: its required options, the optional ones on request, live suggestions.
import type { CommandView, OptionValue, OptionView } from '../../protocol.ts';
import { type App, wordsOf } from '../app.ts';
import { button, el, iconButton, on, setAttributes } from '../dom.ts';
import { icon } from '../icons.ts';
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
  const fields = new Map<string, OptionField>();
  const name = `/${inLocale(command.name, locale)}`;
  const filled = el('div', { class: 'option-fields' });
  const offers = el('div', { class: 'option-offers' });
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

  const values = (): Readonly<Record<string, OptionValue>> =>
    Object.fromEntries(
      [...fields].flatMap(([id, field]) => {
        const value = field.value();
        return value === undefined ? [] : [[id, value]];
      }),
    );
  const add = (option: OptionView): OptionField => {
    const field = createOptionField(app, option, { command: command.name.default, others: values });
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
    const attributes = {
      class: 'option-offer',
      'aria-label': words.add(label),
      title: inLocale(option.description, locale),
    };
    const chip = button(label, attributes, () => {
      chip.remove();
      add(option).focus();
    });
    chip.prepend(icon('add'));
    offers.append(chip);
  };
  for (const option of command.options) {
    if (option.required) add(option);
    else offer(option);
  }
  on(node, {
    submit: (event) => {
      event.preventDefault();
      const missing = command.options.find(({ id, required }) => required && values()[id] === undefined);
      if (missing) return complain(app, fields.get(missing.id), inLocale(missing.name, locale));
      const { place } = app.store.state;
      void app.act({ kind: 'command', place, name: command.name.default, values: values() });
      leave();
    },
    keydown: (event) => {
      if (event.key === 'Escape') leave();
    },
  });
  return { node, start: () => ([...fields.values()][0]?.focus ?? (() => run.focus()))() };
}

function complain(app: App, field: OptionField | undefined, name: string): void {
  app.notify(wordsOf(app).command.missing(name));
  if (!field) return;
  setAttributes(field.node, { class: 'option-field is-missing' });
  field.focus();
}
