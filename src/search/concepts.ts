// Concepts in a question: the phrases that the lexicon knows other words for.

import type { SearchIndex } from './index.ts';
import { BREAK, isIdeograph } from './tokenise.ts';

export interface Alternative {
  readonly units: readonly number[];
  /** 0..1: how surely it means the same. */
  readonly weight: number;
}

export interface FoundConcept {
  readonly text: string;
  /** Texts of the literal terms within the phrase that named the concept. */
  readonly covers: ReadonlySet<string>;
  readonly alternatives: readonly Alternative[];
  readonly source: 'lexicon' | 'dictionary' | 'near';
  readonly specificity?: number;
}

interface Located {
  readonly term: string;
  readonly unit: number;
}

interface Mention {
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

function matchesAt(tokens: readonly Located[], start: number, units: readonly number[]): boolean {
  return units.every((unit, offset) => tokens[start + offset]?.unit === unit);
}

function mentionsOf(index: SearchIndex, tokens: readonly Located[]): readonly Mention[] {
  const mentions: Mention[] = [];
  tokens.forEach(({ unit }, start) => {
    for (const { concept, units } of index.conceptsByUnit.get(unit) ?? []) {
      if (matchesAt(tokens, start, units)) mentions.push({ concept, start, end: start + units.length });
    }
  });
  return mentions.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

export function phraseText(tokens: readonly Located[]): string {
  return tokens.reduce((text, { term }) => {
    const apart = text !== '' && !(isIdeograph(term) && isIdeograph(text.at(-1) ?? ''));
    return apart ? `${text} ${term}` : text + term;
  }, '');
}

/** The texts of the single terms and pairs within a phrase. */
export function coveredTexts(tokens: readonly Located[]): ReadonlySet<string> {
  const texts = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    texts.add(token.term);
    const previous = tokens[at - 1];
    if (previous !== undefined) texts.add(phraseText([previous, token]));
  });
  return texts;
}

/** Each concept once, the longest phrases first; a word belongs to one concept only. */
export function findConcepts(index: SearchIndex, tokens: readonly Located[]): readonly FoundConcept[] {
  const taken = new Uint8Array(tokens.length);
  const found = new Map<number, FoundConcept>();
  for (const { concept, start, end } of mentionsOf(index, tokens)) {
    if (found.has(concept) || taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    const phrase = tokens.slice(start, end);
    found.set(concept, {
      text: phraseText(phrase),
      covers: coveredTexts(phrase),
      alternatives: (index.concepts[concept] ?? []).map((units) => ({ units, weight: 1 })),
      source: 'lexicon',
    });
  }
  return [...found.values()];
}
