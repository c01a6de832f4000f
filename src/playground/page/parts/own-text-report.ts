// What became of a visitor's own text: the report, the values that citations name, the file to keep, and the way to ask it.
import {
  OWN_KEYS,
  type OwnFile,
  type OwnKey,
  type OwnTextDraft,
  type OwnTextResult,
  type OwnValues,
} from '../../protocol/own-text.ts';
import { button, el, on } from '../drawing/dom.ts';
import { type App, wordsOf } from '../model/app.ts';
import type { OwnTextWording } from '../wording/own-text.ts';

export type Source = Pick<OwnTextDraft, 'name' | 'content'>;

export interface ReportStep {
  readonly app: App;
  readonly source: Source;
  readonly result: Extract<OwnTextResult, { readonly outcome: 'read' }>;
  readonly show: (step: HTMLElement) => void;
  readonly back: () => void;
  readonly close: () => void;
}

export function reportStep(step: ReportStep): HTMLElement {
  const { app, source, result } = step;
  const { ownText } = wordsOf(app);
  const { report } = result;
  const fields =
    result.values === null ? [] : OWN_KEYS.map((key) => field(ownText, key, result.values ?? {}));
  const alert = el('div', { role: 'alert', class: 'own-text-alert' });
  const values = (): OwnValues =>
    Object.fromEntries(fields.map(({ key, input }) => [key, input.value.trim()]));
  const send = async (opens: boolean) => {
    alert.replaceChildren(ownText.reading);
    const next = await app.tryText({ ...source, values: values(), opens });
    alert.replaceChildren(...complaintOf(app, next));
    return next;
  };
  const ask = async () => {
    const next = await send(true);
    if (next?.outcome === 'read') step.show(reportStep({ ...step, result: next }));
    if (next?.outcome !== 'opened') return;
    step.close();
    app.announce(ownText.opened);
    document.querySelector<HTMLElement>('#composer')?.focus();
  };
  const keep = async () => {
    const next = await send(false);
    if (next?.outcome === 'read') download(next.file);
  };
  const node = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'own-text-title', tabindex: -1 }, ownText.report),
    el('p', { lang: 'en' }, `${source.name}: ${report.summary}`),
    lines(ownText.toDo(report.toDo.length), report.toDo, true),
    lines(ownText.unsure(report.unsure.length), report.unsure, true),
    fields.length === 0
      ? null
      : el(
          'fieldset',
          {},
          el('legend', {}, ownText.values),
          el('p', { class: 'hint' }, ownText.valuesHint),
          ...fields.map((each) => each.node),
        ),
    lines(ownText.leftOut(report.leftOut.length), report.leftOut, false),
    lines(ownText.kept(report.kept.length), report.kept, false),
    foot(
      alert,
      button(ownText.another, { class: 'plain-button' }, step.back),
      button(ownText.download, { class: 'plain-button' }, () => void keep()),
      el('button', { type: 'submit', class: 'main-button' }, ownText.ask),
    ),
  );
  return on(node, {
    submit: (event) => {
      event.preventDefault();
      void ask();
    },
  });
}

/** Stays in sight at the end of a long step: what went wrong, and what to do next. */
export function foot(alert: HTMLElement, ...buttons: readonly HTMLElement[]): HTMLElement {
  return el('div', { class: 'own-text-foot' }, alert, el('div', { class: 'dialog-buttons' }, ...buttons));
}

/** As a file of the browser's downloads. */
export function download({ name, text }: OwnFile): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  el('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}

function complaintOf(app: App, result: OwnTextResult | undefined): readonly (string | Node)[] {
  const words = wordsOf(app);
  switch (result?.outcome) {
    case 'busy':
      return [words.ownText.busy];
    case 'full':
      return [words.ownText.full];
    case 'refused':
      return [el('p', { lang: 'en' }, result.why)];
    case 'read':
    case 'opened':
      return [];
    case undefined:
      return [words.unreachable];
  }
}

function lines(title: string, entries: readonly string[], open: boolean): HTMLElement | null {
  if (entries.length === 0) return null;
  const list = el('ul', { lang: 'en' }, ...entries.map((entry) => el('li', {}, entry)));
  return el('details', { class: 'own-text-lines', open }, el('summary', {}, title), list);
}

interface Field {
  readonly key: OwnKey;
  readonly input: HTMLInputElement;
  readonly node: HTMLElement;
}

/** Which word of the page names a key, and stands in for its value. */
const NAMES = {
  title: 'title',
  'interviewee.name': 'interviewee',
  publication: 'publication',
  date: 'date',
  language: 'language',
} as const;

/** A name or a publication that is not told can be said not to be; a date or a language must not be made up. */
function field(words: OwnTextWording, key: OwnKey, found: OwnValues): Field {
  const name = NAMES[key];
  const standIn = name === 'date' || name === 'language' ? undefined : words.standIns[name];
  const id = `own-${name}`;
  const input = el('input', {
    type: 'text',
    id,
    required: true,
    autocomplete: 'off',
    'aria-describedby': `${id}-hint`,
  });
  input.value = found[key] ?? standIn ?? '';
  const notFound = standIn === undefined ? words.missing : words.standIn;
  const form = { date: words.dateHint, language: words.languageHint }[String(name)];
  const hint = [found[key] === undefined ? notFound : undefined, form].filter((each) => each !== undefined);
  const node = el(
    'div',
    { class: found[key] === undefined ? 'own-field is-missing' : 'own-field' },
    el('label', { for: id }, words.fields[name]),
    input,
    el('p', { class: 'hint', id: `${id}-hint` }, hint.join(' ')),
  );
  return { key, input, node };
}
