// Holds a reply against a judged question.
import type { Reply, SectionRef } from '../answer/reply.ts';
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
  const { source, also, must } = judged;
  if (source === null) return reply.outcome === 'answer' ? 'false-answer' : 'quiet';
  const right = [source, ...also];
  if (reply.outcome === 'answer') {
    if (!isAmong(reply.quotation.source, right)) return 'wrong';
    return must.some((text) => reply.quotation.text.includes(text)) ? 'right' : 'right-section';
  }
  const isOffered = reply.suggestions.some((suggestion) => isAmong(suggestion.source, right));
  return reply.outcome === 'suggest' && isOffered ? 'suggested' : 'missed';
}

/** The introduction tells the article's facts too, so either is right for the other. */
function isAmong(ref: SectionRef, right: readonly JudgedSource[]): boolean {
  if (ref.section === 'exchange') return right.includes(ref.exchange);
  if (ref.section === 'biography') return right.includes('biography');
  return right.includes('introduction') || right.includes('article');
}
