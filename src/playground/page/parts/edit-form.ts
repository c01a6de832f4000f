// Editing one's own message in its place: Enter saves, Escape cancels.
import type { MessageView } from '../../protocol.ts';
import { type App, wordsOf } from '../app.ts';
import { el, on } from '../dom.ts';
import { fitHeight } from './fit-height.ts';
import { fromWire, toWire } from './mentions.ts';

const LONGEST_MESSAGE = 2_000;

export function editForm(app: App, message: MessageView): HTMLElement {
  const words = wordsOf(app).message;
  const { store } = app;
  const field = el('textarea', {
    'aria-label': words.editLabel,
    maxlength: LONGEST_MESSAGE,
    rows: 1,
    class: 'field',
  });
  field.value = fromWire(message.content, store.state.people);
  const done = () => {
    store.change({ editing: null });
    document.querySelector<HTMLElement>(`[data-message="${CSS.escape(message.id)}"]`)?.focus();
  };
  on(field, {
    input: () => fitHeight(field),
    keydown: (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') done();
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      const text = toWire(field.value.trim(), store.state.people.values());
      const { place, id } = message;
      if (text !== '' && text !== message.content) void app.act({ kind: 'edit', place, message: id, text });
      done();
    },
  });
  queueMicrotask(() => {
    fitHeight(field);
    field.focus();
  });
  return el('div', { class: 'edit-form' }, field, el('div', { class: 'hint' }, words.editHint));
}
