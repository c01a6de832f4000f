// One line of the log of unanswered questions: what was asked and what came closest, never who asked or where.
import { z } from 'zod';
import { jsonIn } from '../knowledge/json.ts';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en', 'mixed'] as const;

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
export function readLines<Line extends { readonly question: string }>(
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
