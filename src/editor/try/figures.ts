// Verdicts -> the eight figures of a row, each with its standard error.
import { type JudgedReply, measure } from '../../evaluation/evaluate.ts';

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
