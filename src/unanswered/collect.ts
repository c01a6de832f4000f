// Collects questions that the interviews left open, for the log. An abstention counts at once; a suggestion when nobody has chosen
// from it in time. A line of each log says what was asked and quoted or thought, never who that was or where.
import { z } from 'zod';
import type { Quotation, Reply, Suggestion } from '../answer/reply.ts';
import { jsonIn } from '../knowledge/problem.ts';
import { languageOf } from '../language/fold.ts';
import { WRONG_REASONS, type WrongReason } from '../wording/discord-wording.ts';
import { localeOfScript } from '../wording/locale.ts';

export interface LeftOpen {
  readonly question: string;
  readonly outcome: 'suggest' | 'abstain';
  readonly reason: Exclude<Reply, { outcome: 'answer' }>['reason'];
  readonly nearest?: Suggestion | undefined;
}

export interface Collector {
  /** Takes in what was left open; `key` stands for the one reply, and is never written. */
  readonly record: (key: string, open: LeftOpen) => void;
  /** Somebody chose from the suggestions of the reply. */
  readonly taken: (key: string) => void;
  /** Counts what is still waiting as not taken. */
  readonly close: () => void;
}

export interface CollectorOptions {
  readonly write: (line: LogLine) => void;
  /** Milliseconds since 1970, for the day that a line carries. */
  readonly today: () => number;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}

/** Members choose within a minute, or never. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Suggestions that wait at once: a quarter of an hour of a busy server. */
const MOST_WAITING = 500;

interface Waiting {
  readonly since: number;
  readonly line: LogLine;
}

export function collectUnanswered({ write, today, now }: CollectorOptions): Collector {
  const waiting = new Map<string, Waiting>();
  const settle = (isOver: (each: Waiting) => boolean) => {
    for (const [key, each] of [...waiting]) {
      if (!isOver(each)) continue;
      waiting.delete(key);
      write(each.line);
    }
  };
  return {
    record: (key, open) => {
      const time = now();
      const replaced = waiting.get(key);
      // A Map keeps the order of insertion, so that the first is the oldest.
      const oldest = waiting.size >= MOST_WAITING ? waiting.values().next().value : undefined;
      settle((each) => each === replaced || each === oldest || time - each.since > LONGEST_WAIT_MS);
      const { reason } = open;
      if (reason === 'not-a-question' || reason === 'about-the-bot') return;
      const line = describe(open, reason, today());
      if (open.outcome === 'suggest') waiting.set(key, { since: time, line });
      else write(line);
    },
    taken: (key) => {
      waiting.delete(key);
    },
    close: () => settle(() => true),
  };
}

const DAY_LENGTH = '2025-07-27'.length;

/** The day in UTC, as `2025-07-27`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, DAY_LENGTH);
}

function describe(
  { question, outcome, nearest }: LeftOpen,
  reason: LogLine['reason'],
  time: number,
): LogLine {
  // Where nothing matched, the suggestions are examples and not near.
  const near = reason === 'nothing-matched' ? undefined : nearest;
  return {
    date: dayOf(time),
    question,
    language: writtenIn(question),
    outcome,
    reason,
    nearest: near
      ? { ...near.source, ...(near.question === undefined ? {} : { question: near.question }) }
      : null,
  };
}

/** English words inside Chinese, other than names and abbreviations. */
const ENGLISH_WORD = /\b[a-z]{3,}\b/;

/** In which language and script a question is asked. */
function writtenIn(question: string): LogLine['language'] {
  if (/\p{Script=Han}/u.test(question) && ENGLISH_WORD.test(question)) return 'mixed';
  const locale = localeOfScript(question, languageOf(question));
  if (locale === 'zh-TW') return 'zh-Hant';
  return locale === 'zh-CN' ? 'zh-Hans' : 'en';
}

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
