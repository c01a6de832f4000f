// One line of the log of feedback: what was asked, what was quoted and what its asker thinks of it, never who that was or where.
import { z } from 'zod';
import type { Quotation } from '../answer/reply.ts';
import { WRONG_REASONS, type WrongReason } from '../wording/discord-wording.ts';
import { writtenIn } from './collect.ts';
import { LANGUAGES, readLines } from './log-line.ts';

const feedbackLine = z.object({
  /** The day in UTC: a time of day would point at the member who asked. */
  date: z.iso.date(),
  question: z.string(),
  language: z.enum(LANGUAGES),
  /** Null where the answer helped. */
  wrong: z.enum(WRONG_REASONS).nullable(),
  /** In the asker's own words; empty where they wrote none. */
  remark: z.string(),
  quoted: z.object({
    interview: z.string(),
    section: z.string(),
    exchange: z.int().positive().optional(),
    /** To the letter, as the interview had it on that day. */
    text: z.string(),
  }),
});

export type FeedbackLine = z.infer<typeof feedbackLine>;

/** What an asker thinks of an answer. */
export interface Opinion {
  readonly question: string;
  readonly quotation: Quotation;
  /** Undefined: it helped. */
  readonly wrong?: { readonly reason: WrongReason; readonly remark: string };
}

/** @param date the day in UTC */
export function describeOpinion({ question, quotation, wrong }: Opinion, date: string): FeedbackLine {
  return {
    ...{ date, question, language: writtenIn(question) },
    ...{ wrong: wrong?.reason ?? null, remark: wrong?.remark ?? '' },
    quoted: { ...quotation.source, text: quotation.text },
  };
}

/** Reads every line that it can. */
export function readFeedback(text: string) {
  return readLines(text, feedbackLine);
}
