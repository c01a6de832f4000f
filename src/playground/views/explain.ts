// Why a question was answered as it was: the engine's own explanation, in a form to show.
import { ask } from '../../answer/ask.ts';
import type { Library } from '../../answer/library.ts';
import type { SectionRef } from '../../answer/reply.ts';
import type { ExplanationView } from '../protocol/records.ts';

/** Heaviest first; the many light ones explain nothing. */
const MOST_TERMS = 20;

/** Asks again. What a reply referred to is not known. */
export function explain(library: Library, question: string): ExplanationView {
  const reply = ask(library, { question });
  const { basis, best, runnerUp, decision, threshold } = reply.reasoning;
  return {
    question,
    outcome: reply.outcome === 'answer' ? 'answer' : `${reply.outcome} (${reply.reason})`,
    basis,
    quoted: reply.outcome === 'answer' ? nameOf(reply.quotation.source) : null,
    probability: reply.probability,
    threshold,
    decision,
    best: best ? nameOf(best.source) : null,
    score: best?.score ?? 0,
    parts: best?.explanation.parts ?? [],
    terms: (best?.explanation.terms ?? []).slice(0, MOST_TERMS),
    runnerUp: runnerUp ? nameOf(runnerUp.source) : null,
    runnerUpProbability: runnerUp?.probability ?? 0,
  };
}

function nameOf(source: SectionRef): string {
  const section = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${section}`;
}
