// Synonyms within one passage: which of its sentences say in another word what the passage never says in the question's.

import type { SearchIndex } from '../index/index.ts';
import { rarity } from '../index/measures.ts';
import { runAt } from '../index/runs.ts';
import type { Query } from '../query/query.ts';
import type { Phrase, SynonymTerm } from '../query/synonym-terms.ts';
import { holdsPattern } from '../rank/match-run.ts';

interface Sentences {
  readonly index: SearchIndex;
  readonly passage: number;
}

/** For each sentence whether it, or its translation, holds a phrase. */
function holders({ index, passage }: Sentences, { units, term }: Phrase): readonly boolean[] {
  const { runs } = index;
  const first = runs.firstSentence[passage] ?? 0;
  const translation = runs.firstTranslation[passage] ?? 0;
  const end = runs.firstTitle[passage + 1] ?? 0;
  return Array.from({ length: translation - first }, (_, sentence) => {
    if (term < 0) return false;
    const translated = translation + sentence;
    if (holdsPattern(runAt(runs, first + sentence), units)) return true;
    return translated < end && holdsPattern(runAt(runs, translated), units);
  });
}

/** For each sentence how surely it says the word in another: 0..1. */
function surenesses(sentences: Sentences, { synonyms }: SynonymTerm): readonly number[] {
  const best: number[] = [];
  for (const synonym of synonyms)
    holders(sentences, synonym).forEach((holds, sentence) => {
      best[sentence] = Math.max(best[sentence] ?? 0, holds ? synonym.sureness : 0);
    });
  return best;
}

/** For each sentence of a passage: of the words that no sentence says, how surely it says them in others, by their rarity. */
export function synonymSupports({ index, synonyms }: Query, passage: number): Float32Array {
  const sentences = { index, passage };
  const size = (index.runs.firstTranslation[passage] ?? 0) - (index.runs.firstSentence[passage] ?? 0);
  const supports = new Float32Array(size);
  for (const term of synonyms) {
    if (term.titleOnly || holders(sentences, term.itself).includes(true)) continue;
    const sure = surenesses(sentences, term);
    const found = sure.filter((sureness) => sureness > 0).length;
    sure.forEach((sureness, sentence) => {
      supports[sentence] = (supports[sentence] ?? 0) + sureness * rarity(size, found);
    });
  }
  return supports;
}
