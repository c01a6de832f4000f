// Why a question was answered as it was: the engine's own explanation, in a form to show.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { SectionRef } from '../answer/reply.ts';
import type { ExplanationView } from './protocol.ts';

export function explain({ all }: Library, question: string): ExplanationView {
  const { reasoning, ...reply } = ask(all, { question });
  const { basis, best, runnerUp, evidence, threshold, margin } = reasoning;
  return {
    question,
    outcome: reply.outcome === 'answer' ? 'answer' : `${reply.outcome} (${reply.reason})`,
    basis,
    evidence,
    threshold,
    margin,
    best: best ? nameOf(best.source) : null,
    score: best?.score ?? 0,
    parts: best?.explanation.parts ?? [],
    terms: best?.explanation.terms ?? [],
    runnerUp: runnerUp ? nameOf(runnerUp.source) : null,
    runnerUpScore: runnerUp?.score ?? 0,
  };
}

function nameOf(source: SectionRef): string {
  const section = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${section}`;
}
