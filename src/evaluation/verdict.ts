// Holds a reply against a judged question.
import type { Quotation, Reply, SectionRef } from '../answer/reply.ts';
import type { JudgedQuestion, JudgedSource } from './judged-question.ts';

export type Verdict =
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

export function judge(reply: Reply, judged: JudgedQuestion): Verdict {
  const { source, also } = judged;
  if (source === null) return reply.outcome === 'answer' ? 'false-answer' : 'quiet';
  if (reply.outcome === 'answer') return judgeQuotation(reply.quotation, judged);
  const right = [source, ...also];
  const isOffered = reply.suggestions.some((suggestion) => isAmong(suggestion.source, right));
  return reply.outcome === 'suggest' && isOffered ? 'suggested' : 'missed';
}

/** Verdict on showing a quotation for an answerable question. */
export function judgeQuotation(
  quotation: Quotation,
  { source, also, must }: JudgedQuestion,
): 'right' | 'right-section' | 'wrong' {
  if (source === null || !isAmong(quotation.source, [source, ...also])) return 'wrong';
  return must.some((text) => quotation.text.includes(text)) ? 'right' : 'right-section';
}

/** The introduction tells the article's facts too, so either is right for the other. */
function isAmong(ref: SectionRef, right: readonly JudgedSource[]): boolean {
  if (ref.section === 'exchange') return right.includes(ref.exchange);
  if (ref.section === 'biography') return right.includes('biography');
  return right.includes('introduction') || right.includes('article');
}
