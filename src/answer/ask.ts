// The front door: a question in, a reply out. Pure; the same question to the same collection gets the same reply.

import { kindOfAddress } from '../language/small-talk.ts';
import { quoteArticle } from './article/aspect.ts';
import { candidatesOf, quoteFinding } from './candidates.ts';
import type { Collection } from './collection.ts';
import { type Asked, type Enquiry, enquire } from './enquiry.ts';
import { decide } from './evidence/decision.ts';
import { cite, findSection, isForeign, translateQuotation } from './quotation.ts';
import { reasoningOf } from './reasoning.ts';
import type { Abstain, Answer, Quotation, Reasoning, Reply, SectionRef } from './reply.ts';
import { suggest } from './suggestions.ts';
import { quoteFollowUp } from './talk/follow-up.ts';

/** Answers from the collection. Linear in the question's length; never throws, whatever the string. */
export function ask(collection: Collection, asked: Asked): Reply {
  const enquiry = enquire(collection, asked);
  if (kindOfAddress(enquiry.folded) !== 'question') return abstain(enquiry, 'not-a-question');
  const [quotation, ...others] = quoteArticle(enquiry);
  if (quotation && others.length === 0) return answerWith(enquiry, quotation, 'article');
  const followUp = asked.earlier && quoteFollowUp(enquiry, asked.earlier);
  return followUp ? answerWith(enquiry, followUp, 'follow-up') : replyFromTerms(enquiry);
}

function replyFromTerms(enquiry: Enquiry): Reply {
  const { best, signals } = enquiry;
  const decision = decide(signals);
  if (!best) return abstain(enquiry, 'nothing-matched');
  switch (decision.outcome) {
    case 'answer':
      return answerWith(enquiry, quoteFinding(best), 'terms');
    case 'suggest':
      return { ...common(enquiry, 'terms'), ...decision };
    case 'abstain':
      return abstain(enquiry, decision.reason);
  }
}

export function answerWith(
  enquiry: Enquiry,
  quotation: Quotation,
  basis: Reasoning['basis'],
): Answer | Abstain {
  const interview = enquiry.interviews.find(({ id }) => id === quotation.source.interview);
  if (!interview) return abstain(enquiry, 'nothing-matched');
  const section = findSection(interview, quotation.source);
  const translation = translateQuotation(interview, quotation, enquiry.language);
  return {
    ...common(enquiry, basis, quotation.source),
    outcome: 'answer',
    quotation,
    isForeign: isForeign(interview, enquiry.language),
    citation: cite(interview, quotation),
    ...(section?.kind === 'exchange' ? { answers: section.question } : {}),
    ...(translation ? { translation } : {}),
  };
}

function abstain(enquiry: Enquiry, reason: Abstain['reason']): Abstain {
  return { ...common(enquiry, 'terms'), outcome: 'abstain', reason };
}

function common(enquiry: Enquiry, basis: Reasoning['basis'], quoted?: SectionRef) {
  const { question, best } = enquiry;
  const reasoning = reasoningOf(enquiry, basis);
  return {
    question,
    score: best?.hit.score ?? 0,
    matched: reasoning.best?.explanation.terms.map(({ text }) => text) ?? [],
    suggestions: suggest(enquiry, quoted),
    candidates: candidatesOf(enquiry),
    reasoning,
  };
}
