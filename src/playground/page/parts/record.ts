// One line of the inspector, which opens to show its body and what the schema says of it.
import type { ExplanationView, RecordView, SchemaView } from '../../protocol.ts';
import { type App, readerOf, wordsOf } from '../app.ts';
import { el, on } from '../dom.ts';
import { timeInWords } from '../markdown/time.ts';
import { explanationNode } from './explanation.ts';

const MS_PER_SECOND = 1000;

export function recordNode(app: App, record: RecordView): HTMLElement {
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
