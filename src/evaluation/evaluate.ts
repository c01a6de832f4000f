// Judged questions are asked, each reply is held against its judgement, and figures are made of any group of them, and of every
// threshold of probability; the baseline has those that a change must not lower.
import { z } from 'zod';
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Reply } from '../answer/reply.ts';
import {
  isAmongFirst,
  type JudgedQuestion,
  judge,
  judgeQuotation,
  type ReplyVerdict,
} from './judged-question.ts';
import type { JudgedSetting } from './test-interviews.ts';

export interface JudgedReply {
  readonly judged: JudgedQuestion;
  readonly verdict: ReplyVerdict;
  /** Whether a right section is quoted, or among the first three suggestions. */
  readonly isAmongFirst: boolean;
  readonly forced: Forced;
}

/** What the verdict would be if the likeliest section were always shown, and the probability (0..1) that shows it; -1: nothing would be. */
export interface Forced {
  readonly probability: number;
  readonly verdict: ReplyVerdict;
}

export interface EvaluatedReply extends JudgedReply {
  readonly reply: Reply;
  /** The one that the question is about. */
  readonly interview: string;
}

export function evaluate({
  interview,
  questions,
  libraryFor,
}: Omit<JudgedSetting, 'name'>): readonly EvaluatedReply[] {
  return questions.map((judged) => {
    const reply = replyTo(libraryFor(judged.question), judged);
    const verdict = judge(reply, judged, interview);
    const forced = forcedOutcome(reply, judged, interview);
    const isAmong = isAmongFirst(reply, judged, interview);
    return { judged, reply, interview, verdict, isAmongFirst: isAmong, forced };
  });
}

function replyTo(library: Library, { question, after }: JudgedQuestion): Reply {
  const first = after === undefined ? undefined : ask(library, { question: after });
  const earlier = first?.outcome === 'answer' ? first.quotation : undefined;
  return ask(library, { question, top: 1, earlier });
}

/** Shares 0..1; undefined where a group has no such question. */
export interface Metrics {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Of the answerable ones. */
  readonly rightSection: number | undefined;
  readonly rightSentence: number | undefined;
  readonly wrong: number | undefined;
  readonly suggested: number | undefined;
  readonly missed: number | undefined;
  readonly amongFirst: number | undefined;
  /** Of the unanswerable ones. */
  readonly quiet: number | undefined;
  readonly shown: number;
  /** Of all answers shown: those from a wrong section, and those to what the interview does not say. */
  readonly wrongShown: number | undefined;
  /** Of the answerable ones, those that are answered where the threshold is so low that 2 % of all answers shown are bad. */
  readonly coverage: number | undefined;
}

/** Share of bad answers among those shown that the coverage is told at. */
const BAD_ALLOWED = 0.02;

export function measure(replies: readonly JudgedReply[]): Metrics {
  const unanswerable = replies.filter(({ judged }) => judged.source === null).length;
  const answerable = replies.length - unanswerable;
  const count = (...verdicts: readonly ReplyVerdict[]) =>
    replies.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  const shown = count('right', 'right-section', 'wrong', 'false-answer');
  return {
    answerable,
    unanswerable,
    rightSection: share(count('right', 'right-section'), answerable),
    rightSentence: share(count('right'), answerable),
    wrong: share(count('wrong'), answerable),
    suggested: share(count('suggested'), answerable),
    missed: share(count('missed'), answerable),
    amongFirst: share(replies.filter((own) => own.isAmongFirst).length, answerable),
    quiet: share(count('quiet'), unanswerable),
    shown,
    wrongShown: share(count('wrong', 'false-answer'), shown),
    coverage: share(coveredBy(replies.flatMap(chanceOf)), answerable),
  };
}

function chanceOf({ judged, forced: { probability, verdict } }: JudgedReply): readonly Chance[] {
  if (probability < 0) return [];
  const isBad = verdict === 'wrong' || verdict === 'false-answer';
  return [{ probability, isBad, isAnswerable: judged.source !== null }];
}

/** What the likeliest section would be if it were shown. */
export interface Chance {
  readonly probability: number;
  readonly isBad: boolean;
  readonly isAnswerable: boolean;
}

/** How many answerable questions the lowest threshold answers at which 2 % at most of all answers are bad. */
export function coveredBy(chances: readonly Chance[]): number {
  const order = chances.toSorted((a, b) => b.probability - a.probability);
  let [bad, answered, covered] = [0, 0, 0];
  order.forEach(({ probability, isBad, isAnswerable }, at) => {
    if (isBad) bad += 1;
    if (isAnswerable) answered += 1;
    // Those of one probability are shown together.
    if (order[at + 1]?.probability !== probability && bad <= BAD_ALLOWED * (at + 1)) covered = answered;
  });
  return covered;
}

/** Groups in the order in which their first question comes. */
export function groupBy(
  replies: readonly JudgedReply[],
  key: 'kind' | 'language',
): ReadonlyMap<string, readonly JudgedReply[]> {
  return new Map(
    names(replies, key).map((name) => [name, replies.filter(({ judged }) => judged[key] === name)]),
  );
}

function names(replies: readonly JudgedReply[], key: 'kind' | 'language'): readonly string[] {
  return [...new Set(replies.map(({ judged }) => judged[key]))];
}

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

/** How right and wrong answers trade as the threshold of probability moves: the curve that calibrates it. */
export function curveOf(replies: readonly EvaluatedReply[]): readonly CurvePoint[] {
  const outcomes = replies.map(({ forced }) => forced);
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

function forcedOutcome(reply: Reply, judged: JudgedQuestion, interview: string): Forced {
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

const figures = z.strictObject({
  rightSection: z.number(),
  rightSentence: z.number(),
  wrong: z.number(),
  quiet: z.number(),
});

const baseline = z.record(z.string(), figures);

export type Figures = z.infer<typeof figures>;
export type Baseline = z.infer<typeof baseline>;

/** Decimal places kept, so that the file changes only with the replies. */
const DIGITS = 4;

export function readBaseline(text: string): Baseline {
  return baseline.parse(JSON.parse(text));
}

export function figuresOf(replies: readonly JudgedReply[]): Figures {
  const { rightSection = 0, rightSentence = 0, wrong = 0, quiet = 1 } = measure(replies);
  const round = (share: number) => Number(share.toFixed(DIGITS));
  return {
    rightSection: round(rightSection),
    rightSentence: round(rightSentence),
    wrong: round(wrong),
    quiet: round(quiet),
  };
}

/** What got worse than the baseline, one line each; empty where nothing did. */
export function worsened(baseline: Baseline, measured: Baseline): readonly string[] {
  return Object.entries(baseline).flatMap(([set, before]) => {
    const now = measured[set];
    if (!now) return [`${set}: no longer measured`];
    const fell = (['rightSection', 'rightSentence', 'quiet'] as const).filter(
      (key) => now[key] < before[key],
    );
    const rose = now.wrong > before.wrong ? (['wrong'] as const) : [];
    return [...fell, ...rose].map((key) => `${set}: ${key} was ${before[key]}, is ${now[key]}`);
  });
}
