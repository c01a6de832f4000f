// The matched terms as a person reads them: words of the question, each once, instead of stems and pairs of characters.
import type { Explanation, Place } from '../search/explanation.ts';
import { fold } from '../search/fold.ts';
import { isIdeograph, tokenise } from '../search/tokenise.ts';

export interface MatchedWord {
  readonly word: string;
  readonly places: readonly Place[];
}

/** Terms found in most places come first, longer ones before their parts; a term is kept if it shows a new word. */
export function matchedWords({ terms }: Explanation, question: string): readonly MatchedWord[] {
  const tokens = tokenise(fold(question));
  const shown = new Set<number>();
  const ranked = terms
    .map(({ text, weight, places }) => ({ parts: tokenise(text).map(({ term }) => term), weight, places }))
    .toSorted(
      (a, b) => b.places.length - a.places.length || b.parts.length - a.parts.length || b.weight - a.weight,
    );
  return ranked.flatMap(({ parts, places }) => {
    const at = tokens.findIndex(
      (_, start) =>
        parts.every((part, index) => tokens[start + index]?.term === part) &&
        parts.some((_part, index) => !shown.has(start + index)),
    );
    if (at === -1) return [];
    for (const index of parts.keys()) shown.add(at + index);
    return [{ word: joined(tokens.slice(at, at + parts.length).map(({ word }) => word)), places }];
  });
}

/** Words of Latin script stand apart, characters of Chinese ones together. */
function joined(words: readonly string[]): string {
  return words.reduce((text, word) => {
    const isTogether = text === '' || (isIdeograph(word) && isIdeograph(text.slice(-1)));
    return isTogether ? text + word : `${text} ${word}`;
  }, '');
}
