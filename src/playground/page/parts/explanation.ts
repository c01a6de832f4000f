// Why an answer is what it is: its probability against the threshold, the parts of both, the matched words.
import type { ExplanationView } from '../../protocol.ts';
import { type App, wordsOf } from '../app.ts';
import { el } from '../dom.ts';

export function explanationNode(app: App, explanation: ExplanationView): HTMLElement {
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
