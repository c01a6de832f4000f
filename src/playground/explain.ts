// Why a question was answered as it was: the engine's own explanation, in a form to show.
import type { Library } from '../answer/library.ts';
import type { SectionRef } from '../answer/reply.ts';
import { compose } from '../discord/compose.ts';
import type { ExplanationView } from './protocol.ts';

/** Heaviest first; the many light ones explain nothing. */
const MOST_TERMS = 20;

/** The explanation does not depend on who reads it, nor in which language. */
const ANYBODY = { locale: 'en-US', audience: { asker: '0', isPrivate: false } } as const;

/** Asks again in the bot's own way, which knows the questions of its lists. What a reply referred to is not known. */
export function explain({ all }: Library, question: string): ExplanationView {
  const { reasoning, ...reply } = compose({ question }, { collection: all, ...ANYBODY }).reply;
  const { basis, best, runnerUp, evidence, threshold, margin } = reasoning;
  return {
    question,
    outcome: reply.outcome === 'answer' ? 'answer' : `${reply.outcome} (${reply.reason})`,
    basis,
    quoted: reply.outcome === 'answer' ? nameOf(reply.quotation.source) : null,
    evidence,
    threshold,
    margin,
    best: best ? nameOf(best.source) : null,
    score: best?.score ?? 0,
    parts: best?.explanation.parts ?? [],
    terms: (best?.explanation.terms ?? []).slice(0, MOST_TERMS),
    runnerUp: runnerUp ? nameOf(runnerUp.source) : null,
    runnerUpScore: runnerUp?.score ?? 0,
  };
}

function nameOf(source: SectionRef): string {
  const section = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${section}`;
}
