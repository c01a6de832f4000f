// The baseline: the figures that a change must not lower.
import { z } from 'zod';
import { type JudgedReply, measure } from './evaluate.ts';

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
