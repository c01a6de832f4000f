// How well an engine answers: shares of the judged questions of our interview and of a public set.
import { z } from 'zod';
import { type JudgedQuestion, judgeQuotation } from '../../src/evaluation/judged-question.ts';
import type { Quote } from './excerpt.ts';
import { OUR_INTERVIEW } from './our-interview.ts';
import type { PublicQuestion } from './public-set.ts';
import { mean } from './statistics.ts';

export const qualityFigures = z.strictObject({
  questions: z.number(),
  /** Shares 0..1: the right section or passage first, and in the excerpt the words that answer. */
  right: z.number(),
  decisive: z.number(),
  /** Mean length of the excerpts in UTF-16 code units. */
  length: z.number(),
});

export type QualityFigures = z.infer<typeof qualityFigures>;

interface Verdict {
  readonly right: boolean;
  readonly decisive: boolean;
  readonly length: number | undefined;
}

/** Of the questions that the interview answers: of the others see `shareAnswered`. */
export function measureInterview(quote: Quote, judged: readonly JudgedQuestion[]): QualityFigures {
  const answerable = judged.filter(({ source }) => source !== null);
  return figuresOf(
    answerable.map((question) => {
      const quotation = quote(question.question)?.quotation;
      const verdict = quotation ? judgeQuotation(quotation, question, OUR_INTERVIEW) : 'wrong';
      return { right: verdict !== 'wrong', decisive: verdict === 'right', length: quotation?.text.length };
    }),
  );
}

/** Share 0..1 of the questions that the interview does not answer for which something is quoted all the same. */
export function shareAnswered(quote: Quote, judged: readonly JudgedQuestion[]): number {
  const uncovered = judged.filter(({ source }) => source === null);
  return mean(uncovered.map(({ question }) => (quote(question) ? 1 : 0)));
}

export function measurePublic(quote: Quote, questions: readonly PublicQuestion[]): QualityFigures {
  return figuresOf(
    questions.map(({ question, place, answer }) => {
      const quoted = quote(question);
      const right = quoted?.place === place;
      const decisive = right && quoted.quotation.text.includes(answer);
      return { right, decisive, length: quoted?.quotation.text.length };
    }),
  );
}

function figuresOf(verdicts: readonly Verdict[]): QualityFigures {
  const lengths = verdicts.flatMap(({ length }) => length ?? []);
  return {
    questions: verdicts.length,
    right: mean(verdicts.map(({ right }) => Number(right))),
    decisive: mean(verdicts.map(({ decisive }) => Number(decisive))),
    length: lengths.length === 0 ? 0 : mean(lengths),
  };
}
