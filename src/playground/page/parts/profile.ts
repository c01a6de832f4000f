// A small dialog for one's own name.
import { type App, wordsOf } from '../app.ts';
import { button, el, on } from '../dom.ts';

/** Discord's limit for a display name. */
const LONGEST_NAME = 32;

export function openProfile(app: App): void {
  const words = wordsOf(app);
  const { profile } = words;
  const input = el('input', { type: 'text', id: 'your-name', maxlength: LONGEST_NAME, autocomplete: 'off' });
  input.value = app.store.state.you.name;
  const dialog = el('dialog', { 'aria-labelledby': 'profile-title' });
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'profile-title' }, profile.title),
    el('label', { for: 'your-name' }, profile.name),
    input,
    el('p', { class: 'hint' }, profile.hint),
    el(
      'div',
      { class: 'dialog-buttons' },
      button(words.close, { class: 'plain-button' }, () => dialog.close()),
      el('button', { type: 'submit', class: 'main-button' }, profile.save),
    ),
  );
  on(form, {
    submit: (event) => {
      // Not left to the browser: the page's policy forbids sending forms.
      event.preventDefault();
      const name = input.value.trim();
      if (name !== '') void app.act({ kind: 'profile', name, locale: null });
      dialog.close();
    },
  });
  dialog.append(form);
  on(dialog, { close: () => dialog.remove() });
  document.body.append(dialog);
  dialog.showModal();
  input.select();
}
