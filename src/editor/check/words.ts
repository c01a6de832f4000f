// Which of many phrases a text holds: as the search compares them, by folded and stemmed words one after another.
import { fold } from '../../language/fold.ts';
import { KIND, scan, termOfKind } from '../../language/tokenise.ts';

function termsOf(text: string): readonly string[] {
  const folded = fold(text);
  const terms: string[] = [];
  scan(folded, (kind, start, end) => {
    if (kind !== KIND.mark) terms.push(termOfKind(kind, folded.slice(start, end)));
  });
  return terms;
}

/** Those of the phrases that stand somewhere in the texts. Linear in the texts' length. */
export function phrasesIn(texts: Iterable<string>, phrases: readonly string[]): ReadonlySet<string> {
  const byFirstTerm = new Map<string, { readonly phrase: string; readonly terms: readonly string[] }[]>();
  for (const phrase of phrases) {
    const terms = termsOf(phrase);
    const [first] = terms;
    if (first === undefined) continue;
    const there = byFirstTerm.get(first) ?? [];
    byFirstTerm.set(first, there);
    there.push({ phrase, terms });
  }
  const found = new Set<string>();
  for (const text of texts) {
    const terms = termsOf(text);
    terms.forEach((term, at) => {
      for (const { phrase, terms: wanted } of byFirstTerm.get(term) ?? []) {
        if (!found.has(phrase) && wanted.every((own, index) => terms[at + index] === own)) found.add(phrase);
      }
    });
  }
  return found;
}
