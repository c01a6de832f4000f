// Judged questions: what was asked, and what a right reply quotes, one JSON object a line; and the verdict on a reply.
import { z } from 'zod';
import type { Quotation, Reply, SectionRef } from '../answer/reply.ts';

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

export type ReplyVerdict =
  /** Right section, and the excerpt has a decisive sentence. */
  | 'right'
  /** Right section, another sentence. */
  | 'right-section'
  /** Answered from another section. */
  | 'wrong'
  /** Not answered; the right question is among the suggestions. */
  | 'suggested'
  /** Not answered, and the right question is not offered. */
  | 'missed'
  /** Not answered, rightly. */
  | 'quiet'
  /** Answered although the interview does not say. */
  | 'false-answer';

/** `interview` is the one that the question is about. */
export function judge(reply: Reply, judged: JudgedQuestion, interview: string): ReplyVerdict {
  if (judged.source === null) return reply.outcome === 'answer' ? 'false-answer' : 'quiet';
  if (reply.outcome === 'answer') return judgeQuotation(reply.quotation, judged, interview);
  return reply.outcome === 'suggest' && isOffered(reply, judged, interview) ? 'suggested' : 'missed';
}

/** Suggestions that a reader takes in at a glance. */
const FIRST_SUGGESTIONS = 3;

/** Whether a right section is quoted, or else among the first suggestions. */
export function isAmongFirst(reply: Reply, judged: JudgedQuestion, interview: string): boolean {
  if (reply.outcome !== 'answer') return isOffered(reply, judged, interview);
  return judgeQuotation(reply.quotation, judged, interview) !== 'wrong';
}

function isOffered({ suggestions }: Reply, { source, also }: JudgedQuestion, interview: string): boolean {
  const right = source === null ? [] : [source, ...also];
  return suggestions.slice(0, FIRST_SUGGESTIONS).some((own) => isAmong(own.source, right, interview));
}

/** Verdict on showing a quotation for an answerable question. */
export function judgeQuotation(
  quotation: Quotation,
  { source, also, must }: JudgedQuestion,
  interview: string,
): 'right' | 'right-section' | 'wrong' {
  if (source === null || !isAmong(quotation.source, [source, ...also], interview)) return 'wrong';
  return must.some((text) => quotation.text.includes(text)) ? 'right' : 'right-section';
}

/** The introduction tells the article's facts too, so either is right for the other. */
function isAmong(ref: SectionRef, right: readonly JudgedSource[], interview: string): boolean {
  if (ref.interview !== interview) return false;
  if (ref.section === 'exchange') return right.includes(ref.exchange);
  if (ref.section === 'biography') return right.includes('biography');
  return right.includes('introduction') || right.includes('article');
}
