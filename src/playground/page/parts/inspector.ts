// Beside the conversation, for developers: what went between Discord and the bot, in order, and why it answered so.
import type { RecordView } from '../../protocol.ts';
import { type App, type Part, wordsOf } from '../app.ts';
import { el, iconButton, on, setAttributes, setChildren } from '../dom.ts';
import { icon } from '../icons.ts';
import { recordNode } from './record.ts';

/** Pixels from the end that still count as reading there. */
const NEAR_END = 60;

export function createInspector(app: App): Part {
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
  const scroller = el('div', { class: 'records-scroller', tabindex: 0, role: 'region' }, list.node);
  setAttributes(scroller, { 'aria-labelledby': 'inspector-title' });
  const filter = el('label', { for: 'only-explanations', class: 'filter' }, only, onlyLabel);
  const head = el('div', { class: 'inspector-head' }, title, close);
  const node = el(
    'aside',
    { class: 'inspector', 'aria-labelledby': 'inspector-title' },
    head,
    about,
    filter,
    scroller,
  );
  const draw = () => {
    const { state } = store;
    node.hidden = !state.isInspecting;
    if (node.hidden) return;
    const words = wordsOf(app).inspector;
    title.textContent = words.title;
    about.textContent = words.about;
    onlyLabel.textContent = ` ${words.onlyExplanations}`;
    setAttributes(close, { 'aria-label': words.hide, title: words.hide });
    const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
    list.draw(state.records.filter(({ kind }) => !only.checked || kind === 'explanation'));
    if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
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
