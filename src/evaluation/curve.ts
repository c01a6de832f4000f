// How right and wrong answers trade as the threshold of evidence moves: the curve that calibrates it.
import { ENOUGH_TO_ANSWER } from '../answer/evidence/thresholds.ts';
import type { EvaluatedReply } from './evaluate.ts';
import { judge, judgeQuotation } from './verdict.ts';

export interface CurvePoint {
  readonly threshold: number;
  /** Shares 0..1 of the answerable questions: answered from the right section, from a wrong one. */
  readonly right: number;
  readonly wrong: number;
  /** Share 0..1 of the unanswerable questions that are answered all the same. */
  readonly falseAnswers: number;
}

/** Distance between two thresholds of the curve. */
const STEP = 0.02;

export function curveOf(replies: readonly EvaluatedReply[]): readonly CurvePoint[] {
  const outcomes = replies.map(forcedOutcome);
  const answerable = outcomes.filter(({ verdict }) => verdict !== 'false-answer');
  const unanswerable = outcomes.filter(({ verdict }) => verdict === 'false-answer');
  const share = (of: readonly Forced[], part: readonly Forced[]) =>
    of.length === 0 ? 0 : part.length / of.length;
  return Array.from({ length: Math.round(1 / STEP) + 1 }, (_, index) => index * STEP).map((threshold) => {
    const shown = ({ evidence }: Forced) => evidence >= threshold;
    return {
      threshold,
      right: share(
        answerable,
        answerable.filter((forced) => shown(forced) && forced.verdict !== 'wrong'),
      ),
      wrong: share(
        answerable,
        answerable.filter((forced) => shown(forced) && forced.verdict === 'wrong'),
      ),
      falseAnswers: share(unanswerable, unanswerable.filter(shown)),
    };
  });
}

interface Forced {
  readonly evidence: number;
  readonly verdict: ReturnType<typeof judge>;
}

/** What the verdict would be if the best candidate were always shown, and the evidence from which it is. */
function forcedOutcome({ reply, judged }: EvaluatedReply): Forced {
  if (reply.outcome === 'answer' && reply.reasoning.basis !== 'terms') {
    return { evidence: 1, verdict: judge(reply, judged) };
  }
  const quotation = reply.outcome === 'answer' ? reply.quotation : reply.candidates[0]?.quotation;
  const never = reply.outcome !== 'answer' && reply.reason === 'not-a-question';
  const { evidence: found, threshold } = reply.reasoning;
  // Where a question's own threshold differs, it is as if so much more or less had been found.
  const evidence = never || !quotation ? -1 : found + ENOUGH_TO_ANSWER - threshold;
  if (judged.source === null) return { evidence, verdict: 'false-answer' };
  return { evidence, verdict: quotation ? judgeQuotation(quotation, judged) : 'wrong' };
}
