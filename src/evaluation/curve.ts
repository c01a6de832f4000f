// How right and wrong answers trade as the threshold of probability moves: the curve that calibrates it.
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
    const shown = ({ probability }: Forced) => probability >= threshold;
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
  readonly probability: number;
  readonly verdict: ReturnType<typeof judge>;
}

/** What the verdict would be if the best candidate were always shown, and the probability that shows it. */
function forcedOutcome({ reply, judged, interview }: EvaluatedReply): Forced {
  if (reply.outcome === 'answer' && reply.reasoning.basis !== 'terms') {
    return { probability: 1, verdict: judge(reply, judged, interview) };
  }
  const quotation = reply.outcome === 'answer' ? reply.quotation : reply.candidates[0]?.quotation;
  const never =
    reply.outcome !== 'answer' && (reply.reason === 'not-a-question' || reply.reason === 'about-the-bot');
  const probability = never || !quotation ? -1 : reply.probability;
  if (judged.source === null) return { probability, verdict: 'false-answer' };
  return { probability, verdict: quotation ? judgeQuotation(quotation, judged, interview) : 'wrong' };
}
