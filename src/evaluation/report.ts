// Figures -> tables for the terminal; each failing question with what was replied; and what an interview leaves open.
import { fold } from '../language/fold.ts';
import { isEnglishQuestionWord, readQuestion } from '../language/question-words.ts';
import { isIdeograph } from '../language/tokenise.ts';
import { holds, type SearchIndex } from '../search/index/index.ts';
import {
  type CurvePoint,
  type EvaluatedReply,
  groupBy,
  type JudgedReply,
  type Metrics,
  measure,
} from './evaluate.ts';
import type { JudgedSetting } from './test-interviews.ts';

const COLUMNS: readonly (readonly [
  string,
  Exclude<keyof Metrics, 'answerable' | 'unanswerable' | 'shown'>,
])[] = [
  ['section', 'rightSection'],
  ['sentence', 'rightSentence'],
  ['wrong', 'wrong'],
  ['in 3', 'amongFirst'],
  ['quiet', 'quiet'],
  ['bad shown', 'wrongShown'],
  ['at 2% bad', 'coverage'],
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

/** Each failing question: what was asked, what came back, and why. */
export function failureLines(replies: readonly EvaluatedReply[]): readonly string[] {
  return replies
    .filter(({ verdict }) => verdict !== 'right' && verdict !== 'quiet')
    .map(({ judged, reply, verdict }) => {
      const { best } = reply.reasoning;
      const terms = best?.explanation.terms.slice(0, 5).map(({ text }) => text) ?? [];
      const got =
        reply.outcome === 'answer' ? `“${reply.quotation.text}”` : `${reply.outcome}, ${reply.reason}`;
      const wanted = judged.source === null ? 'no answer' : `${judged.source}: ${judged.must[0] ?? ''}`;
      const why = `probability ${reply.probability.toFixed(2)}, matched ${terms.join(' ') || 'nothing'}`;
      return `${judged.id} ${verdict} (${judged.kind}) ${judged.question}\n    got ${got}\n    want ${wanted}; ${why}`;
    });
}

/**
 * The misses of one setting: what should have been answered and was not, the likeliest first, each with the words that nothing
 * in the interview knows. An editor closes more with one of these lines than with another synonym.
 */
export function missLines(
  { name, interview, libraryFor }: JudgedSetting,
  replies: readonly EvaluatedReply[],
): readonly string[] {
  const missed = replies.filter(
    ({ verdict }) => verdict === 'suggested' || verdict === 'missed' || verdict === 'wrong',
  );
  const lines = missed
    .toSorted((a, b) => b.reply.probability - a.reply.probability)
    .map(({ judged, reply, verdict, isAmongFirst }) => {
      const index = libraryFor(judged.question).open.find((open) => open.interview.id === interview)?.index;
      const unknown = index ? unknownWords(index, judged.question) : [];
      const unanswered = isAmongFirst ? 'near' : 'miss';
      const what = verdict === 'wrong' ? 'wrong' : unanswered;
      const why = unknown.length > 0 ? `nothing knows: ${unknown.join(' ')}` : 'every word is known';
      return `  ${what.padEnd(6)}${reply.probability.toFixed(2)}  ${judged.source}  ${judged.question}\n              ${why}`;
    });
  return [
    `${name}: ${missed.length} of ${replies.filter(({ judged }) => judged.source !== null).length}`,
    ...lines,
  ];
}

/** The words and pairs of ideographs of a question that neither the interview nor its lists have. */
function unknownWords(index: SearchIndex, question: string): readonly string[] {
  const tokens = readQuestion(fold(question)).map((token) =>
    token.isAsking || token.isLight ? undefined : token,
  );
  const unitOf = (term: string) => index.vocabulary.get(term) ?? -1;
  return tokens.flatMap((token, at) => {
    if (!token?.term || isEnglishQuestionWord(token.word)) return [];
    if (!isIdeograph(token.term)) return holds(index, [unitOf(token.term)]) ? [] : [token.word];
    const next = tokens[at + 1];
    if (!next?.term || !isIdeograph(next.term)) return [];
    return holds(index, [unitOf(token.term), unitOf(next.term)]) ? [] : [token.term + next.term];
  });
}
