// Judged questions -> examples for the decision, and what weights make of them.
import { ask } from '../../answer/ask.ts';
import { DECISION_WEIGHTS, type DecisionFeature } from '../../answer/decide.ts';
import { find } from '../../answer/find.ts';
import { read } from '../../answer/read.ts';
import type { Setting } from '../test-interviews.ts';
import { judgeQuotation } from '../verdict.ts';
import type { Example } from './softmax.ts';

/** Found only where several interviews are asked, so no interview alone can tell what it weighs. */
export const ALONE: readonly DecisionFeature[] = (Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).filter(
  (name) => name !== 'aside' && name !== 'strange',
);

export interface DecisionExample extends Example {
  readonly interview: string;
  readonly setting: string;
  readonly isCovered: boolean;
}

/** `weight` is that of all questions. They are those that the sections decide: the candidates are those found and, last, "not covered" with a constant of its own. */
export function decisionExamples(
  { name, interview, questions, libraryFor }: Setting,
  weight: number,
): readonly DecisionExample[] {
  return questions.flatMap((judged): DecisionExample[] => {
    const library = libraryFor(judged.question);
    if (ask(library, { question: judged.question }).reasoning.basis !== 'terms') return [];
    const found = find(read(library, { question: judged.question }));
    const rows = found.map(({ features }) => [...ALONE.map((feature) => features[feature]), 0]);
    const right = found.map(({ quotation }) => judgeQuotation(quotation, judged, interview) !== 'wrong');
    const none = [...ALONE.map(() => 0), 1];
    return [
      {
        candidates: [...rows, none],
        right: [...right, !right.includes(true)],
        weight: weight / questions.length,
        ...{ interview, setting: name, isCovered: judged.source !== null },
      },
    ];
  });
}
