// "Try your own text": first the source, pasted, chosen or dropped; then the report, from which it is asked; and the bar above the
// conversation in which it is: which it is, that nobody else is there, the file, and the way back.
import { LARGEST_OWN_TEXT } from '../../protocol/own-text.ts';
import { button, el, on } from '../drawing/dom.ts';
import { type App, type PagePart, wordsOf } from '../model/app.ts';
import { download, foot, reportStep, type Source } from './own-text-report.ts';

const KINDS = '.html,.htm,.txt,.md,.docx,.srt,.vtt';
const MEGABYTES = LARGEST_OWN_TEXT / 1024 / 1024;
/** What is pasted has no name; what it is, its content tells. */
const PASTED = 'your-text.txt';

/** @param dropped is read at once. */
export function openOwnText(app: App, dropped?: File): void {
  document.querySelector('dialog.own-text')?.remove();
  const dialog = el('dialog', { class: 'own-text', 'aria-labelledby': 'own-text-title' });
  on(dialog, { close: () => dialog.remove() });
  const show = (step: HTMLElement) => {
    dialog.replaceChildren(step);
    dialog.scrollTop = 0;
    (step.querySelector('textarea') ?? step.querySelector('h2'))?.focus();
  };
  const first = sourceStep({ app, dialog, show });
  document.body.append(dialog);
  dialog.showModal();
  show(first.node);
  if (dropped) void first.take(dropped);
}

/** A file that is dropped beside the dialog would else be opened by the browser, in place of the page. */
export function takeDroppedFiles(app: App): void {
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) openOwnText(app, file);
  });
}

interface SourceStep {
  readonly node: HTMLElement;
  readonly take: (file: File) => Promise<void>;
}

/** What the first step needs of the dialog around it. */
interface Around {
  readonly app: App;
  readonly dialog: HTMLDialogElement;
  readonly show: (step: HTMLElement) => void;
}

function sourceStep(around: Around): SourceStep {
  const { ownText } = wordsOf(around.app);
  const fields: Fields = {
    text: el('textarea', { id: 'own-text', rows: 8, placeholder: ownText.pasteHint }),
    chooser: el('input', { type: 'file', id: 'own-file', accept: KINDS, class: 'sr-only' }),
    alert: el('div', { role: 'alert', class: 'own-text-alert' }),
    read: el('button', { type: 'submit', class: 'main-button' }, ownText.read),
  };
  const { text, chooser, alert, read } = fields;
  const node = sourceForm(around, fields);
  const take = async (file: File) => {
    if (file.size > LARGEST_OWN_TEXT) return alert.replaceChildren(ownText.tooLarge(MEGABYTES));
    alert.replaceChildren(ownText.reading);
    read.disabled = true;
    const complaint = await readSource(around, node, { name: file.name, content: await base64(file) });
    read.disabled = false;
    alert.replaceChildren(...complaint);
  };
  on(node, {
    submit: (event) => {
      event.preventDefault();
      if (text.value.trim() === '') alert.replaceChildren(ownText.nothing);
      else void take(new File([text.value], PASTED));
    },
  });
  on(chooser, {
    change: () => {
      const file = chooser.files?.[0];
      // So that the same file, mended, can be chosen again.
      if (file) void take(file).then(() => (chooser.value = ''));
    },
  });
  return { node, take };
}

interface Fields {
  readonly text: HTMLTextAreaElement;
  readonly chooser: HTMLInputElement;
  readonly alert: HTMLElement;
  readonly read: HTMLButtonElement;
}

function sourceForm({ app, dialog }: Around, { text, chooser, alert, read }: Fields): HTMLElement {
  const words = wordsOf(app);
  const { ownText } = words;
  const choose = el('label', { for: 'own-file', class: 'file-button' }, ownText.choose);
  return el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'own-text-title', tabindex: -1 }, ownText.open),
    el('p', {}, ownText.about(MEGABYTES)),
    el('label', { for: 'own-text' }, ownText.paste),
    text,
    el('p', { class: 'own-file' }, chooser, choose, ` ${ownText.drop}`),
    el('p', { class: 'hint' }, ownText.privacy),
    foot(
      alert,
      button(words.close, { class: 'plain-button' }, () => dialog.close()),
      read,
    ),
  );
}

/** What there is to complain of; nothing where the report is shown. */
async function readSource(
  { app, dialog, show }: Around,
  form: HTMLElement,
  source: Source,
): Promise<readonly (string | Node)[]> {
  const words = wordsOf(app);
  const { ownText } = words;
  const result = await app.tryText({ ...source, values: {}, opens: false });
  switch (result?.outcome) {
    case 'read':
      show(reportStep({ app, source, result, show, close: () => dialog.close(), back: () => show(form) }));
      return [];
    case 'refused':
      return [el('b', {}, ownText.refused), el('p', { lang: 'en' }, result.why)];
    case 'busy':
      return [ownText.busy];
    default:
      return [words.unreachable];
  }
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

export function createOwnTextBar(app: App): PagePart {
  const node = el('section', { class: 'own-text-bar', 'aria-labelledby': 'own-text-asked' });
  let shown = '';
  const draw = () => {
    const { ownText: file, locale } = app.store.state;
    const stamp = JSON.stringify([file, locale]);
    if (stamp === shown) return;
    shown = stamp;
    node.hidden = file === null;
    if (!file) return node.replaceChildren();
    const { ownText } = wordsOf(app);
    node.replaceChildren(
      el('b', { id: 'own-text-asked' }, ownText.asking(file.name)),
      el('span', { class: 'own-text-alone' }, ownText.alone),
      button(ownText.download, { class: 'link-button' }, () => download(file)),
      button(ownText.another, { class: 'link-button' }, () => openOwnText(app)),
      button(ownText.leave, { class: 'link-button' }, () => void app.leave()),
    );
  };
  return { node, draw };
}
