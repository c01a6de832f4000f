// What a sentence shows that an answer would: the kind of thing asked for, a work's name, a bracket.

import { showsExpected } from '../../language/expected-answer.ts';
import type { Weights } from '../index/weights.ts';
import type { Query } from '../query/query.ts';

type Asked = Pick<Query, 'expected' | 'asksForWork'>;

/** Names of works stand in such marks; not folded. */
const NAMED_WORK = /[《“"「『]/;
/** Holds another name, a translation or a year of what stands before it; not folded. */
const BRACKET = /[(（]/;

function kindSign(weights: Weights, expected: Query['expected'], folded: string): number {
  // Nearly every sentence has the words that a definition has.
  if (expected === 'anything' || expected === 'definition' || !showsExpected(folded, expected)) return 0;
  switch (expected) {
    case 'date':
      return weights.expectedKind + weights.expectedDate;
    case 'number':
      return weights.expectedKind + weights.expectedNumber;
    case 'person':
      return weights.expectedKind + weights.expectedPerson;
    default:
      return weights.expectedKind;
  }
}

/** For a question, what each sentence, as printed and folded, adds to the logarithm of its odds by what it shows. */
export function signsOfAnswer(weights: Weights, asked: Asked): (sentence: string, folded: string) => number {
  return (sentence, folded) =>
    kindSign(weights, asked.expected, folded) +
    (asked.asksForWork && NAMED_WORK.test(sentence) ? weights.namedWork : 0) +
    (BRACKET.test(sentence) ? weights.bracket : 0);
}
