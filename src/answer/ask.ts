// The front door: a question in, a reply out. Pure; the same question to the same collection gets the same reply.
import type { Hit } from '../search/search.ts';
import { aspectAsked } from './about-article.ts';
import { quoteAspect } from './aspect.ts';
import { candidatesOf, quoteHit } from './candidates.ts';
import type { Collection } from './collection.ts';
import { decide, evidenceOf, marginOf } from './decision.ts';
import { type Asked, type Enquiry, enquire } from './enquiry.ts';
import { cite, findSection, refTo, translateQuotation } from './quotation.ts';
import type { Abstain, Answer, Quotation, Reasoning, Reply, SectionRef } from './reply.ts';
import { kindOfAddress } from './small-talk.ts';
import { suggest } from './suggestions.ts';

/** Answers from the collection. Linear in the question's length; never throws, whatever the string. */
export function ask(collection: Collection, asked: Asked): Reply {
  const enquiry = enquire(collection, asked);
  if (kindOfAddress(enquiry.folded) !== 'question') return abstain(enquiry, 'not-a-question');
  const aspect = aspectAsked(enquiry.focus, enquiry.namesInterviewee);
  const [quotation, ...others] = aspect === undefined ? [] : quoteAspect(enquiry.interviews, aspect);
  if (quotation && others.length === 0) return answerWith(enquiry, quotation);
  return replyFromHits(enquiry);
}

function replyFromHits(enquiry: Enquiry): Reply {
  const decision = decide(enquiry.hits);
  switch (decision.outcome) {
    case 'answer': {
      const quotation = enquiry.hits[0] && quoteHit(enquiry, enquiry.hits[0]);
      return quotation ? answerWith(enquiry, quotation) : abstain(enquiry, 'nothing-matched');
    }
    case 'suggest':
      return { ...common(enquiry), ...decision, suggestions: suggest(enquiry) };
    case 'abstain':
      return abstain(enquiry, decision.reason);
  }
}

export function answerWith(enquiry: Enquiry, quotation: Quotation): Answer | Abstain {
  const interview = enquiry.interviews.find(({ id }) => id === quotation.source.interview);
  if (!interview) return abstain(enquiry, 'nothing-matched');
  const section = findSection(interview, quotation.source);
  const translation = translateQuotation(interview, quotation, enquiry.language);
  return {
    ...common(enquiry),
    outcome: 'answer',
    quotation,
    citation: cite(interview, quotation),
    suggestions: suggest(enquiry, quotation.source),
    ...(section?.kind === 'exchange' ? { answers: section.question } : {}),
    ...(translation ? { translation } : {}),
  };
}

function abstain(enquiry: Enquiry, reason: Abstain['reason']): Abstain {
  return { ...common(enquiry), outcome: 'abstain', reason, suggestions: suggest(enquiry) };
}

function common(enquiry: Enquiry) {
  const best = enquiry.hits[0];
  return {
    question: enquiry.question,
    score: best?.score ?? 0,
    matched: best?.explanation.terms.map(({ text }) => text) ?? [],
    candidates: candidatesOf(enquiry),
    ...(best ? { reasoning: reasoningOf(enquiry, best) } : {}),
  };
}

function reasoningOf(enquiry: Enquiry, best: Hit): Reasoning {
  const second = enquiry.hits[1];
  const runnerUp = second && sectionOf(enquiry.collection, second);
  return {
    explanation: best.explanation,
    evidence: evidenceOf(best),
    margin: marginOf(enquiry.hits),
    ...(second && runnerUp ? { runnerUp: { source: runnerUp, score: second.score } } : {}),
  };
}

function sectionOf({ sections }: Collection, { passage }: Hit): SectionRef | undefined {
  const found = sections[passage];
  return found && refTo(found.interview, found.section);
}
