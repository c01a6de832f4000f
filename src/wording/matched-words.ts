// The matched terms as a person reads them: words of the question, each once, instead of stems and pairs of characters.
import { fold } from '../language/fold.ts';
import { isIdeograph, tokenise } from '../language/tokenise.ts';
import type { Explanation, Place } from '../search/rank/search.ts';

export interface MatchedWord {
  readonly word: string;
  readonly places: readonly Place[];
}

/** Terms found in most places come first, longer ones before their parts; a term is kept if it shows a new word. */
export function matchedWords({ terms }: Explanation, question: string): readonly MatchedWord[] {
  const folded = fold(question);
  // Folding keeps most texts' length: then the words can be shown as they were typed.
  const typed = folded.length === question.length ? question : folded;
  const tokens = tokenise(folded);
  const shown = new Set<number>();
  const ranked = terms
    .map(({ text, weight, places }) => ({ parts: tokenise(text).map(({ word }) => word), weight, places }))
    .toSorted(
      (a, b) => b.places.length - a.places.length || b.parts.length - a.parts.length || b.weight - a.weight,
    );
  const words = ranked.flatMap(({ parts, places }) => {
    const at = tokens.findIndex(
      (_, start) =>
        parts.every((part, index) => tokens[start + index]?.term === part) &&
        parts.some((_part, index) => !shown.has(start + index)),
    );
    if (at === -1) return [];
    for (const index of parts.keys()) shown.add(at + index);
    const [first, last] = [tokens[at], tokens[at + parts.length - 1]];
    if (!first || !last) return [];
    return [{ word: typed.slice(first.start, last.start + last.word.length), places }];
  });
  const telling = words.filter(({ word }) => !(isIdeograph(word) && word.length === 1));
  return telling.length > 0 ? telling : words;
}
