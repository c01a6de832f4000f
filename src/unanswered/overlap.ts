// Term overlap: how much two questions ask for the same, by the weight of the terms and concepts that they share.

import type { Query } from '../search/query/query.ts';

/** Weighted Dice coefficient, 0..1: twice the shared weight over both weights; 0 where neither has a topic. */
export function diceOverlap(a: Query, b: Query): number {
  const [own, other] = [topicsOf(a), topicsOf(b)];
  const both = sum(own.values()) + sum(other.values());
  const shared = [...own].map(([topic, weight]) => Math.min(weight, other.get(topic) ?? 0));
  return both === 0 ? 0 : (2 * sum(shared)) / both;
}

/** What a question asks for, with its weight: a notion of the lexicon in place of the terms that named it. */
function topicsOf({ terms, concepts, patterns }: Query): ReadonlyMap<string, number> {
  const named = concepts.filter(({ source }) => source === 'lexicon');
  const covered = new Set(named.flatMap(({ covers }) => covers));
  // Translations and other spellings serve to find passages; the words themselves are there as well.
  const others = new Set(concepts.flatMap(({ source, term }) => (source === 'lexicon' ? [] : [term])));
  const topics = new Map<string, number>();
  terms.forEach(({ text, weight, titleOnly }, at) => {
    if (titleOnly || covered.has(at) || others.has(at)) return;
    // Two phrases name the same concept where they have the same alternatives.
    const isNotion = named.some(({ term }) => term === at);
    const phrases = isNotion ? patterns.all.filter(({ term }) => term === at) : [];
    const name = phrases.map(({ units }) => units.join(' ')).toSorted();
    topics.set(name.length === 0 ? text : `concept ${name.join(' | ')}`, weight);
  });
  return topics;
}

function sum(weights: Iterable<number>): number {
  return [...weights].reduce((total, weight) => total + weight, 0);
}
