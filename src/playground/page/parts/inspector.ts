// Beside the conversation, for developers: what went between Discord and the bot, in order, what the schema says of each, and why
// it answered so.
import type { ExplanationView, RecordView, SchemaView } from '../../protocol/records.ts';
import { el, icon, iconButton, isNearEnd, on, setAttributes, setChildren, toEnd } from '../drawing/dom.ts';
import { timeInWords } from '../markdown/time.ts';
import { type App, type PagePart, readerOf, wordsOf } from '../model/app.ts';

export function createInspector(app: App): PagePart {
  const { store } = app;
  const title = el('h2', { id: 'inspector-title' });
  const about = el('p', { class: 'hint' });
  const only = el('input', { type: 'checkbox', id: 'only-explanations' });
  const onlyLabel = el('span', {});
  const close = iconButton(icon('close'), '', () => {
    store.change({ isInspecting: false });
    app.inspect(false);
  });
  const list = createRecordList(app);
  const named = { 'aria-labelledby': 'inspector-title' };
  const scroller = el('div', { class: 'records-scroller', tabindex: 0, role: 'region', ...named }, list.node);
  const filter = el('label', { for: 'only-explanations', class: 'filter' }, only, onlyLabel);
  const head = el('div', { class: 'inspector-head' }, title, close);
  const node = el('aside', { class: 'inspector', ...named }, head, about, filter, scroller);
  const draw = () => {
    const { state } = store;
    node.hidden = !state.isInspecting;
    if (node.hidden) return;
    const words = wordsOf(app).inspector;
    title.textContent = words.title;
    about.textContent = words.about;
    onlyLabel.textContent = ` ${words.onlyExplanations}`;
    setAttributes(close, { 'aria-label': words.hide, title: words.hide });
    const isAtEnd = isNearEnd(scroller);
    list.draw(state.records.filter(({ kind }) => !only.checked || kind === 'explanation'));
    if (isAtEnd) toEnd(scroller);
  };
  on(only, { change: draw });
  on(node, {
    keydown: (event) => {
      if (event.key === 'Escape') close.click();
    },
  });
  return { node, draw };
}

interface RecordList {
  readonly node: HTMLElement;
  readonly draw: (records: readonly RecordView[]) => void;
}

/** What is drawn once stays as it is, until the language changes. */
function createRecordList(app: App): RecordList {
  const node = el('ol', { class: 'records', role: 'list' });
  let drawn = new Map<number, HTMLElement>();
  let shownLocale = '';
  const draw = (records: readonly RecordView[]) => {
    const { locale } = app.store.state;
    if (shownLocale !== locale) drawn = new Map();
    shownLocale = locale;
    drawn = drawRecords(app, records, drawn);
    const nodes = records.flatMap(({ number }) => drawn.get(number) ?? []);
    const { empty } = wordsOf(app).inspector;
    setChildren(node, nodes.length > 0 ? nodes : [el('li', { class: 'hint' }, empty)]);
  };
  return { node, draw };
}

function drawRecords(
  app: App,
  records: readonly RecordView[],
  before: ReadonlyMap<number, HTMLElement>,
): Map<number, HTMLElement> {
  return new Map(
    records.map((record) => [record.number, before.get(record.number) ?? recordNode(app, record)]),
  );
}

const MS_PER_SECOND = 1000;

/** One line of the inspector, which opens to show its body and what the schema says of it. */
function recordNode(app: App, record: RecordView): HTMLElement {
  const words = wordsOf(app).inspector;
  const time = timeInWords(Math.floor(record.at / MS_PER_SECOND), 'T', readerOf(app));
  const summary = el(
    'summary',
    {},
    el('span', { class: `record-kind kind-${record.kind}` }, words.kinds[record.kind]),
    el('span', { class: 'record-title' }, record.title),
    verdictNode(app, record.schema),
    el('time', { class: 'record-time' }, time),
  );
  const details = el('details', { class: 'record' }, summary);
  const open = () => {
    if (details.childElementCount === 1) details.append(bodyNode(app, record));
  };
  // Bodies are long and many, so each is drawn when it is asked for.
  on(details, { toggle: open });
  if (record.kind === 'explanation' && !record.withheld) {
    open();
    details.open = true;
  }
  return el('li', {}, details);
}

function verdictNode(app: App, schema: SchemaView): HTMLElement | null {
  const words = wordsOf(app).inspector;
  switch (schema.verdict) {
    case 'fits':
      return el('span', { class: 'verdict is-fine' }, words.fits);
    case 'unpublished':
      return null;
    case 'problems':
      return el('span', { class: 'verdict is-wrong' }, words.problems(schema.problems.length));
  }
}

function bodyNode(app: App, { body, withheld, schema, kind }: RecordView): HTMLElement {
  const words = wordsOf(app).inspector;
  if (withheld) return el('p', { class: 'hint' }, words.withheld);
  if (kind === 'explanation') return explanationNode(app, body as ExplanationView);
  const problems = schema.verdict === 'problems' ? schema.problems : [];
  const text = body === undefined || body === null ? words.noBody : JSON.stringify(body, null, 2);
  return el(
    'div',
    {},
    problems.length === 0
      ? null
      : el('ul', { class: 'schema-problems' }, ...problems.map((each) => el('li', {}, each))),
    el('pre', { tabindex: 0 }, el('code', {}, text)),
  );
}

/** Why an answer is what it is: its probability against the threshold, the parts of both, the matched words. */
function explanationNode(app: App, explanation: ExplanationView): HTMLElement {
  const words = wordsOf(app).inspector;
  const number = formatter(app, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = formatter(app, { style: 'percent' });
  const { outcome, quoted, basis, probability, threshold, best, score, runnerUp } = explanation;
  const { decision, parts, terms, runnerUpProbability } = explanation;
  const table = (caption: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? null : tableNode(caption, rows);
  const next = runnerUp === null ? words.noRunnerUp : words.runnerUp(runnerUp, percent(runnerUpProbability));
  return el(
    'div',
    { class: 'explanation' },
    el('p', {}, `${words.outcome}: ${quoted ?? outcome}. ${words.basis}: ${basis}.`),
    el('p', {}, words.certainty(percent(probability), percent(threshold))),
    meter(probability, threshold),
    ...(best === null ? [] : [words.best(best, number(score)), next]).map((line) => el('p', {}, line)),
    table(
      words.decision,
      decision.map(({ name, value, adds }) => [name, number(value), number(adds)]),
    ),
    table(
      words.parts,
      parts.map(({ name, value }) => [name, number(value)]),
    ),
    table(
      words.terms,
      terms.map(({ text, weight, places }) => [text, number(weight), places.join(', ')]),
    ),
  );
}

function formatter(app: App, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(app.store.state.locale, options);
  return (value) => format.format(value);
}

/** The sentence above it says the same in words, so that the drawing is for the eye alone. */
function meter(probability: number, threshold: number): HTMLElement {
  const fill = el('div', { class: 'meter-fill' });
  const mark = el('div', { class: 'meter-mark' });
  fill.style.inlineSize = `${probability * 100}%`;
  mark.style.insetInlineStart = `${threshold * 100}%`;
  return el('div', { class: 'meter', 'aria-hidden': 'true' }, fill, mark);
}

function tableNode(caption: string, rows: readonly (readonly string[])[]): HTMLElement {
  const body = rows.map(([head = '', ...cells]) =>
    el('tr', {}, el('th', { scope: 'row' }, head), ...cells.map((cell) => el('td', {}, cell))),
  );
  return el('table', {}, el('caption', {}, caption), el('tbody', {}, ...body));
}
