// A concept as a term of the query: how much it weighs, and the patterns by which each of its phrases is found.
import { FAR } from '../../language/read-question.ts';
import { inverseFrequency, inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import type { Alternative } from '../index/runs.ts';
import type { FoundConcept } from './concepts.ts';
import { type ConceptTerm, factorOf, type Pattern, type QueryTerm } from './query.ts';

/** A query in the making. */
export interface Growing {
  /** The numbers of the topic terms by their text: a literal term, and concepts that it names. */
  readonly numbers: Map<string, readonly number[]>;
  readonly terms: QueryTerm[];
  readonly concepts: ConceptTerm[];
  readonly patterns: Pattern[];
}

/** How many passages hold one of a concept's phrases, each counted by how good a find it is. */
function passagesWith(index: SearchIndex, { alternatives }: FoundConcept): number {
  const { starts, passages } = index.postings;
  const best = new Float64Array(index.passages.length);
  let sum = 0;
  for (const { units, weight } of alternatives) {
    const term = rarestTerm(index.postings, units);
    if (term < 0) continue;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? 0;
      const known = best[passage] ?? 0;
      if (weight <= known) continue;
      best[passage] = weight;
      sum += weight - known;
    }
  }
  return sum;
}

function frequencyOf(index: SearchIndex, found: FoundConcept): number {
  const counts = index.sentenceFrequency?.concepts;
  if (counts === undefined || found.groups.length === 0) return passagesWith(index, found);
  return found.groups.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
}

/**
 * Adds a concept. It is as rare as its whole group. The editor's phrases count alike; of others each counts by its
 * sureness times the mean of the group's rarity and its own, as a translation that half the collection holds says little.
 */
export function addConcept(index: SearchIndex, growing: Growing, found: FoundConcept): void {
  const covers = [...found.covers].flatMap((text) => growing.numbers.get(text) ?? []).sort((a, b) => a - b);
  const group = inverseFrequency(index, frequencyOf(index, found));
  const worths = found.source === 'lexicon' ? undefined : worthsOf(index, found.alternatives, group);
  const most = worths?.reduce((a, b) => Math.max(a, b), 0) ?? group;
  const covered = covers.flatMap((at) => growing.terms[at] ?? []);
  const factor = covered.reduce((sum, { kind }) => sum + index.weights[factorOf(kind)], 0);
  const term = growing.terms.length;
  growing.terms.push({
    text: found.text,
    kind: 'concept',
    weight: (factor || index.weights.word) * most,
    titleOnly: false,
    share: 1,
    distance: covered.reduce((least, { distance }) => Math.min(least, distance), FAR),
  });
  growing.numbers.set(found.text, [...(growing.numbers.get(found.text) ?? []), term]);
  growing.concepts.push({ term, covers, source: found.source });
  found.alternatives.forEach(({ units }, at) => {
    growing.patterns.push({ units, term, weight: worths && most > 0 ? (worths[at] ?? 0) / most : 1 });
  });
}

function worthsOf(
  index: SearchIndex,
  alternatives: readonly Alternative[],
  group: number,
): readonly number[] {
  return alternatives.map(({ units, weight }) => {
    const own = inverseFrequencyOfTerm(index, rarestTerm(index.postings, units));
    return (weight * (own + group)) / 2;
  });
}
