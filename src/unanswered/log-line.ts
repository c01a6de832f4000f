// One line of each log: what was asked and what came closest, or what was quoted and what its asker thinks of it; never who that
// was or where.
import { z } from 'zod';
import type { Quotation } from '../answer/reply.ts';
import { jsonIn } from '../knowledge/json.ts';
import { WRONG_REASONS, type WrongReason } from '../wording/discord-wording.ts';
import { writtenIn } from './collect.ts';

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en', 'mixed'] as const;

const logLine = z.object({
  /** The day in UTC: a time of day would point at the member who asked. */
  date: z.iso.date(),
  question: z.string(),
  language: z.enum(LANGUAGES),
  /** Absent in lines of older versions. */
  outcome: z.enum(['suggest', 'abstain']).optional(),
  reason: z.enum(['nothing-matched', 'too-weak', 'too-close']),
  /** Null where nothing matched. */
  nearest: z
    .object({
      interview: z.string(),
      section: z.string(),
      exchange: z.int().positive().optional(),
      /** As printed. */
      question: z.string().optional(),
    })
    .nullable(),
});

export type LogLine = z.infer<typeof logLine>;

export interface ReadLog<Line = LogLine> {
  readonly lines: readonly Line[];
  /** 1-based numbers of the lines that are none of ours, such as one cut by a full disk. */
  readonly unreadable: readonly number[];
}

/** Reads every line that it can. */
export function readLog(text: string): ReadLog {
  return readLines(text, logLine);
}

/** Lines of any log that holds a question each. */
function readLines<Line extends { readonly question: string }>(
  text: string,
  schema: z.ZodType<Line>,
): ReadLog<Line> {
  const lines: Line[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = schema.safeParse(jsonIn(line));
    if (read.success) lines.push({ ...read.data, question: oneLine(read.data.question) });
    else unreadable.push(index + 1);
  }
  return { lines, unreadable };
}

/** A question becomes a line of a knowledge file, so that nothing in it may end a line. */
function oneLine(question: string): string {
  return question.replace(/[\s\u0085]+/gu, ' ').trim();
}

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
