// Why a reply is what it is, from what was found.
import { DECISION_WEIGHTS, type DecisionFeature, ENOUGH_TO_ANSWER } from './decide.ts';
import type { Finding } from './find.ts';
import { refTo } from './quotation.ts';
import type { DecisionPart, Reasoning } from './reply.ts';

export function reasoningOf([best, runnerUp]: readonly Finding[], basis: Reasoning['basis']): Reasoning {
  return {
    basis,
    ...(best ? bestOf(best) : {}),
    ...(runnerUp ? { runnerUp: { source: sourceOf(runnerUp), probability: runnerUp.probability } } : {}),
    decision: best ? partsOf(best) : [],
    threshold: ENOUGH_TO_ANSWER,
  };
}

function bestOf(best: Finding) {
  const { open, hit, notCovered } = best;
  const textOf = (number: number | undefined) =>
    number === undefined ? undefined : open.index.wordings.texts[number];
  const answered = textOf(hit.nearness?.closest?.number);
  const other = textOf(notCovered?.closest?.number);
  return {
    best: { source: sourceOf(best), score: hit.score, explanation: hit.explain() },
    nearest: { ...(answered ? { answered } : {}), ...(other ? { notCovered: other } : {}) },
  };
}

function partsOf({ features }: Finding): readonly DecisionPart[] {
  return (Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).map((name) => ({
    name,
    value: features[name],
    adds: DECISION_WEIGHTS[name] * features[name],
  }));
}

function sourceOf({ open, section }: Finding) {
  return refTo(open.interview, section);
}
