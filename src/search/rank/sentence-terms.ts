// A question's terms within one passage: what few of its own sentences hold tells them apart.
import { FAR } from '../../language/read-question.ts';
import { factorOf, type Query } from '../query/query.ts';
import type { PassageMatch, Presence } from './match.ts';

export interface LocalTerm {
  /** What it adds to a sentence's odds. */
  readonly worth: number;
  /** Its rarity among the passage's sentences times its kind's factor. */
  readonly support: number;
  /** Its support where a title holds it, else 0. */
  readonly ofTitle: number;
}

const ABSENT: LocalTerm = { worth: 0, support: 0, ofTitle: 0 };

/** Terms from the question word after which its nearness counts e times less. */
const NEARNESS = 4;

function sentenceFrequencies(sentences: readonly Presence[], terms: number): Float32Array {
  const frequencies = new Float32Array(terms);
  for (const presence of sentences) {
    for (let term = 0; term < terms; term += 1)
      if ((presence[term] ?? 0) > 0) frequencies[term] = (frequencies[term] ?? 0) + 1;
  }
  return frequencies;
}

/** Literal terms of a concept that the passage holds: the concept already counts. */
function coveredTerms(query: Query, frequencies: Float32Array): ReadonlySet<number> {
  return new Set(query.concepts.flatMap(({ term, covers }) => ((frequencies[term] ?? 0) > 0 ? covers : [])));
}

export function localTerms(query: Query, match: PassageMatch): readonly LocalTerm[] {
  const { weights } = query.index;
  const { sentences } = match;
  const frequencies = sentenceFrequencies(sentences, query.terms.length);
  const covered = coveredTerms(query, frequencies);
  return query.terms.map(({ kind, titleOnly, distance }, term) => {
    const frequency = frequencies[term] ?? 0;
    if (titleOnly || frequency === 0 || covered.has(term)) return ABSENT;
    const rarity = Math.log(1 + (sentences.length - frequency + 0.5) / (frequency + 0.5));
    const support = rarity * weights[factorOf(kind)];
    const nearness = distance >= FAR ? 0 : weights.nearQuestionWord * Math.exp(-distance / NEARNESS);
    const own = kind === 'ideographPair' || kind === 'wordPair' ? 0 : weights.own;
    const inTitle = (match.finds.printed[term] ?? 0) > 0;
    const worth = support * (own + nearness + (inTitle ? weights.inTitle : 0));
    return { worth, support, ofTitle: inTitle ? support : 0 };
  });
}

/** What a sentence holds of the terms, by one of their values. */
export function held(presence: Presence, terms: readonly LocalTerm[], value: keyof LocalTerm): number {
  return terms.reduce((total, term, at) => total + term[value] * (presence[at] ?? 0), 0);
}
