// How much of a question an interview knows at all, wherever it says it: of two interviews the one that knows the words is meant.
import { documentFrequency, termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import type { Query, TermKind } from './query.ts';

/** What a term weighs: pairs say what single characters only hint at. */
const SIZE: Readonly<Record<TermKind, number>> = {
  word: 2,
  ideographPair: 1.5,
  ideograph: 0.5,
  wordPair: 0,
  concept: 0,
};
/** What a term counts (0..1) that only the lexicon, a near spelling or the dictionary finds. */
const FOUND_BY = { lexicon: 1, near: 0.5, dictionary: 0.5 } as const;

/** Share (0..1) of the question's words that some passage says; 0 where it has no words of its own. */
export function knownShare({ index, terms, patterns, concepts, lightTerms }: Query): number {
  const known = new Float32Array(terms.length);
  for (const { units, term } of patterns.all) {
    const [first = NO_UNIT, second = NO_UNIT] = units;
    if (documentFrequency(index.postings, termOf(index.postings, first, second)) > 0) known[term] = 1;
  }
  for (const { covers, source } of concepts)
    for (const term of covers) known[term] = Math.max(known[term] ?? 0, FOUND_BY[source]);
  let [whole, part] = [0, 0];
  terms.forEach(({ kind, text, titleOnly }, at) => {
    if (titleOnly || lightTerms.has(text)) return;
    whole += SIZE[kind];
    part += SIZE[kind] * (known[at] ?? 0);
  });
  return whole > 0 ? part / whole : 0;
}
