// What was measured, for people and for programs: verdicts become the eight figures of a row, each with its standard error.
import { type EvaluatedReply, type JudgedReply, measure } from '../../evaluation/evaluate.ts';
import type { Measured, Row } from './measure.ts';
import type { Weakness } from './weakness.ts';
import type { Worst } from './worst.ts';

const NAME_WIDTH = 30;
const COLUMN_WIDTH = 12;

const TITLES: Readonly<Record<keyof Worst, string>> = {
  rarelyFound: 'Sections that are rarely found',
  confused: 'Sections that are confused',
  unknown: 'Words that members would use and nothing knows',
  refersBack: 'Excerpts that begin with a reference back',
  falselyAnswered: 'Answered although the interview does not say',
  deaf: 'Listed, and not answered even as they stand',
};

export function triedText(id: string, { rows }: Measured, worst: Worst): string {
  const head = ['questions', ...FIGURES].map((name) => name.padStart(COLUMN_WIDTH)).join('');
  const isListed = rows.some(({ name }) => name.startsWith('listed'));
  const parts = (Object.keys(TITLES) as (keyof Worst)[]).flatMap((kind) =>
    worst[kind].length === 0 ? [] : [`${TITLES[kind]}\n${worst[kind].map(weaknessText).join('\n')}`],
  );
  return [
    `${id.padEnd(NAME_WIDTH)}${head}\n${rows.map(rowText).join('\n')}`,
    LEGEND,
    ...(isListed
      ? []
      : [`No question is listed yet: \`npm run interview -- prepare ${id}\` makes a worksheet.`]),
    ...parts,
  ].join('\n\n');
}

const LEGEND =
  'Per cent, ± one standard error. Each question is asked of the interview without it. Section and sentence: answered from the\n' +
  'right section, with the sentence that its line stands below; wrong: from another one; suggested: right, among three; missed:\n' +
  'none of these; quiet: of the not covered, left unanswered; badShown: of all answers shown, wrong or to what is not covered;\n' +
  'coverage: what would be answered if 2 % of the answers shown might be bad. This is the hard test: a list holds each way of\n' +
  'asking once, and members repeat them, so that they are answered oftener than this.';

function rowText({ name, replies }: Row): string {
  const figures = figuresOf(replies);
  const cells = [String(replies.length), ...FIGURES.map((figure) => figureText(figures[figure]))];
  return `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')}`;
}

function figureText(figure: Figure | undefined): string {
  if (figure === undefined) return '-';
  return `${percent(figure.share)} ± ${percent(figure.standardError)}`;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function weaknessText({ what, help }: Weakness): string {
  return `  ${what}\n    -> ${help}`;
}

export function triedJson(id: string, { rows, replies }: Measured, worst: Worst): string {
  return JSON.stringify({
    interview: id,
    rows: rows.map((row) => ({ name: row.name, questions: row.replies.length, ...figuresOf(row.replies) })),
    worst,
    failed: replies.filter(({ verdict }) => !RIGHT.includes(verdict)).map(failedJson),
  });
}

const RIGHT: readonly EvaluatedReply['verdict'][] = ['right', 'right-section', 'quiet'];

function failedJson({ judged, verdict, reply }: EvaluatedReply) {
  const { question, source } = judged;
  return { question, source, verdict, probability: reply.probability };
}

/** Shares 0..1; undefined where no question tells. */
export interface Figure {
  readonly share: number;
  readonly standardError: number;
}

export const FIGURES = [
  'section',
  'sentence',
  'wrong',
  'suggested',
  'missed',
  'quiet',
  'badShown',
  'coverage',
] as const;
export type FigureName = (typeof FIGURES)[number];
export type Figures = Readonly<Record<FigureName, Figure | undefined>>;

export function figuresOf(replies: readonly JudgedReply[]): Figures {
  const all = measure(replies);
  // Where the list names no sentence, none is the right one.
  const named = measure(replies.filter(({ judged }) => judged.must.length > 0));
  const ofAnswerable = (share: number | undefined) => figure(share, all.answerable);
  return {
    section: ofAnswerable(all.rightSection),
    sentence: figure(named.rightSentence, named.answerable),
    wrong: ofAnswerable(all.wrong),
    suggested: ofAnswerable(all.suggested),
    missed: ofAnswerable(all.missed),
    quiet: figure(all.quiet, all.unanswerable),
    badShown: figure(all.wrongShown, all.shown),
    coverage: ofAnswerable(all.coverage),
  };
}

/** The binomial's: the square root of p (1 - p) / n. */
function figure(share: number | undefined, questions: number): Figure | undefined {
  return share === undefined
    ? undefined
    : { share, standardError: Math.sqrt((share * (1 - share)) / questions) };
}
