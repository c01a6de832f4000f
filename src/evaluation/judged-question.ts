// Judged questions: what was asked, and what a right reply quotes. One JSON object a line.
import { z } from 'zod';

const source = z.union([z.int().positive(), z.enum(['biography', 'introduction', 'article'])]);

const judgedQuestion = z.strictObject({
  id: z.string(),
  question: z.string(),
  language: z.enum(['zh-Hans', 'zh-Hant', 'en', 'mixed']),
  kind: z.string(),
  /** The right section: an exchange's number or a section's name; null where the interview does not say. */
  source: source.nullable(),
  /** Other sections that are right too. */
  also: z.array(source),
  /** A right excerpt contains at least one of these. */
  must: z.array(z.string()),
  /** A question asked before this one; its answer is what the member replies to. */
  after: z.string().optional(),
  note: z.string().optional(),
});

export type JudgedQuestion = z.infer<typeof judgedQuestion>;
export type JudgedSource = z.infer<typeof source>;

/** Throws on the first line that is not a judged question, naming file and line. */
export function readJudgedQuestions(text: string, file: string): readonly JudgedQuestion[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [judgedQuestion.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: this is not a judged question.`, { cause });
    }
  });
}
