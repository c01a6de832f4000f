// The form that the bot shows: a dialog over the page. Enter sends it, Escape closes it, and the focus goes back to where it was.
import type { FieldView, FormView } from '../../protocol/records.ts';
import { button, el, on } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';

interface ShownField {
  readonly node: HTMLElement;
  /** What is filled in, as it is sent. */
  readonly value: () => string | readonly string[];
}

export function openForm(app: App, { interaction, title, fields }: FormView): void {
  const words = wordsOf(app);
  const before = document.activeElement;
  const dialog = el('dialog', { class: 'form-dialog', 'aria-labelledby': 'form-title' });
  const shown = fields.map((field) => ({ id: field.id, ...fieldNode(app, field) }));
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'form-title' }, title),
    ...shown.map(({ node }) => node),
    el(
      'div',
      { class: 'dialog-buttons' },
      button(words.form.cancel, { class: 'plain-button' }, () => dialog.close()),
      el('button', { type: 'submit', class: 'main-button' }, words.form.send),
    ),
  );
  on(form, {
    submit: (event) => {
      // Not left to the browser: the page's policy forbids sending forms.
      event.preventDefault();
      const values = Object.fromEntries(shown.map(({ id, value }) => [id, value()]));
      void app.act({ kind: 'submit', interaction, values });
      dialog.close();
    },
  });
  dialog.append(form);
  on(dialog, {
    close: () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
    },
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

function fieldNode(app: App, field: FieldView): ShownField {
  switch (field.kind) {
    case 'text':
      return textNode(field);
    case 'choice':
      return choiceNode(app, field);
  }
}

function textNode(field: Extract<FieldView, { kind: 'text' }>): ShownField {
  const { id, label, required, placeholder, longest, isLong, value } = field;
  const attributes = { id: idOf(id), placeholder, maxlength: longest, required, autocomplete: 'off' };
  const input = isLong
    ? el('textarea', { ...attributes, rows: 4 })
    : el('input', { ...attributes, type: 'text', enterkeyhint: 'send' });
  input.value = value;
  return { node: labelled(id, label, input), value: () => input.value };
}

function choiceNode(app: App, field: Extract<FieldView, { kind: 'choice' }>): ShownField {
  const { id, label, required, options } = field;
  const none = required ? [] : [el('option', { value: '' }, wordsOf(app).form.noChoice)];
  const entries = options.map(({ value, label: text, chosen }) =>
    el('option', { value, selected: chosen }, text),
  );
  const select = el('select', { id: idOf(id), required }, ...none, ...entries);
  return {
    node: labelled(id, label, select),
    value: () => (select.value === '' ? [] : [select.value]),
  };
}

function idOf(field: string): string {
  return `form-${field}`;
}

function labelled(id: string, label: string, field: HTMLElement): HTMLElement {
  return el('div', { class: 'form-field' }, el('label', { for: idOf(id) }, label), field);
}
