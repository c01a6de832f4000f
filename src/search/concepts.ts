// Concepts in a question: the phrases that the lexicon knows other words for.

import type { SearchIndex } from './index.ts';
import { BREAK, isIdeograph } from './tokenise.ts';

export interface Alternative {
  readonly units: readonly number[];
  /** 0..1: how surely it means the same. */
  readonly weight: number;
}

export interface FoundConcept {
  /** The lexicon's groups that name it, by their numbers in the index; none where the dictionary made it. */
  readonly numbers: readonly number[];
  readonly text: string;
  /** Texts of the literal terms within the phrase that named the concept. */
  readonly covers: ReadonlySet<string>;
  readonly alternatives: readonly Alternative[];
  readonly source: 'lexicon' | 'dictionary';
  /** The tokens of its mentions, by their place in the question. */
  readonly places: readonly number[];
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

function phraseText(tokens: readonly Located[]): string {
  return tokens.reduce((text, { term }) => {
    const apart = text !== '' && !(isIdeograph(term) && isIdeograph(text.at(-1) ?? ''));
    return apart ? `${text} ${term}` : text + term;
  }, '');
}

/** The texts of the single terms and pairs within a phrase. */
function coveredTexts(tokens: readonly Located[]): ReadonlySet<string> {
  const texts = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    texts.add(token.term);
    const previous = tokens[at - 1];
    if (previous !== undefined) texts.add(phraseText([previous, token]));
  });
  return texts;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** All concepts that the span names. */
  readonly concepts: number[];
}

/** Mentions by their span, longest first. */
function spansOf(mentions: readonly Mention[]): readonly Span[] {
  const spans = new Map<string, Span>();
  for (const { concept, start, end } of mentions) {
    const key = `${start} ${end}`;
    const known = spans.get(key);
    if (known === undefined) spans.set(key, { start, end, concepts: [concept] });
    else if (!known.concepts.includes(concept)) known.concepts.push(concept);
  }
  return [...spans.values()];
}

/**
 * Each concept once, covering all its mentions, the longest phrases first; a word belongs to one mention only. A phrase
 * that stands in several groups asks for any of them.
 */
export function findConcepts(index: SearchIndex, tokens: readonly Located[]): readonly FoundConcept[] {
  const taken = new Uint8Array(tokens.length);
  const found = new Map<string, FoundConcept>();
  for (const { start, end, concepts } of spansOf(mentionsOf(index, tokens))) {
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    const phrase = tokens.slice(start, end);
    const key = concepts.join(' ');
    const known = found.get(key);
    found.set(key, {
      numbers: concepts,
      text: known?.text ?? phraseText(phrase),
      covers: new Set([...(known?.covers ?? []), ...coveredTexts(phrase)]),
      alternatives:
        known?.alternatives ??
        concepts.flatMap((concept) => (index.concepts[concept] ?? []).map((units) => ({ units, weight: 1 }))),
      source: 'lexicon',
      places: [...(known?.places ?? []), ...phrase.map((_, offset) => start + offset)],
    });
  }
  return [...found.values()];
}
