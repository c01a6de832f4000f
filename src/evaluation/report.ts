// Figures -> a table for the terminal, and the failing questions with what was replied.
import type { CurvePoint } from './curve.ts';
import { groupBy, type JudgedReply, type Metrics, measure } from './metrics.ts';

const COLUMNS: readonly (readonly [string, keyof Metrics])[] = [
  ['section', 'rightSection'],
  ['sentence', 'rightSentence'],
  ['wrong', 'wrong'],
  ['in 3', 'amongFirst'],
  ['quiet', 'quiet'],
  ['bad shown', 'wrongShown'],
];
const LABEL_WIDTH = 14;
const SETTING_WIDTH = 40;
const COLUMN_WIDTH = 10;
/** One row of the table for so many points of the curve. */
const CURVE_ROWS = 2;

/** One row for all, then one a kind and one a language. */
export function reportTable(title: string, replies: readonly JudgedReply[]): string {
  const rows = [
    ['all', replies] as const,
    ...groupBy(replies, 'kind').entries(),
    ...groupBy(replies, 'language').entries(),
  ];
  const head = ['questions', ...COLUMNS.map(([name]) => name)].map((name) => name.padStart(COLUMN_WIDTH));
  const lines = rows.map(([name, group]) => reportRow(name, measure(group)));
  return [`${title.padEnd(LABEL_WIDTH)}${head.join('')}`, ...lines].join('\n');
}

/** All settings side by side. */
export function settingsTable(measured: ReadonlyMap<string, readonly JudgedReply[]>): string {
  const head = ['questions', ...COLUMNS.map(([name]) => name)].map((name) => name.padStart(COLUMN_WIDTH));
  const rows = [...measured].map(([name, replies]) =>
    reportRow(name.padEnd(SETTING_WIDTH), measure(replies)),
  );
  return [`${''.padEnd(SETTING_WIDTH)}${head.join('')}`, ...rows].join('\n');
}

function reportRow(name: string, metrics: Metrics): string {
  const total = String(metrics.answerable + metrics.unanswerable);
  const cells = [total, ...COLUMNS.map(([, key]) => percent(metrics[key]))];
  return `${name.padEnd(LABEL_WIDTH)}${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')}`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(share * 100).toFixed(1)}%`;
}

/** Every second point of the curve, the threshold in force marked. */
export function curveTable(curve: readonly CurvePoint[], chosen: number): string {
  const head = ['threshold', 'right', 'wrong', 'false answers']
    .map((name) => name.padStart(COLUMN_WIDTH + 4))
    .join('');
  const rows = curve
    .filter((_, index) => index % CURVE_ROWS === 0)
    .map(({ threshold, right, wrong, falseAnswers }) =>
      [threshold.toFixed(2), percent(right), percent(wrong), percent(falseAnswers)]
        .map((cell) => cell.padStart(COLUMN_WIDTH + 4))
        .join(''),
    );
  return [head, ...rows, `in force: ${chosen.toFixed(2)}`].join('\n');
}
