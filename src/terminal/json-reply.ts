// A reply as one JSON object of the ask protocol.
import type { Candidate, Reply, SectionRef, Suggestion } from '../answer/reply.ts';
import { wordingFor } from '../wording/catalogue.ts';
import type { Locale } from '../wording/locale.ts';
import { citationLine, suggestedQuestion } from '../wording/present.ts';
import type { AskOptions } from './options.ts';

/** Decimal places of a printed score or probability: enough to compare by eye, and stable across platforms. */
const SCORE_DIGITS = 4;

export function toJson(reply: Reply, locale: Locale, { top, explain }: Pick<AskOptions, 'top' | 'explain'>) {
  return {
    question: reply.question,
    outcome: reply.outcome,
    ...(reply.outcome === 'answer' ? answerFields(reply, locale) : { reason: reply.reason }),
    ...(reply.intent ? { intent: reply.intent } : {}),
    score: round(reply.score),
    probability: round(reply.probability),
    matched: reply.matched,
    suggestions: reply.suggestions.map((suggestion) => suggestionJson(suggestion, locale)),
    ...(top > 0 ? { candidates: reply.candidates.map(candidateJson) } : {}),
    ...(explain ? { explanation: reply.reasoning } : {}),
  };
}

function answerFields(reply: Extract<Reply, { outcome: 'answer' }>, locale: Locale) {
  return {
    source: sourceJson(reply.quotation.source),
    excerpt: reply.quotation.text,
    ...(reply.translation ? { translation: reply.translation.text } : {}),
    citation: citationLine(reply.citation, locale),
  };
}

function candidateJson({ quotation, score }: Candidate) {
  return { ...sourceJson(quotation.source), score: round(score), excerpt: quotation.text };
}

function suggestionJson(suggestion: Suggestion, locale: Locale) {
  const question = suggestedQuestion(suggestion, wordingFor(locale));
  return { ...sourceJson(suggestion.source), question, excerpt: suggestion.quotation.text };
}

function sourceJson(ref: SectionRef) {
  const { interview, section } = ref;
  return section === 'exchange' ? { interview, section, exchange: ref.exchange } : { interview, section };
}

function round(score: number): number {
  return Number(score.toFixed(SCORE_DIGITS));
}
