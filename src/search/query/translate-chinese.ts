// Translation of a query's Chinese words: each becomes a concept, the word itself or one of its English glosses.
import { capitalsFor } from '../../language/capitals.ts';
import { isEnglishQuestionWord } from '../../language/question-words.ts';
import { BREAK } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/runs.ts';
import {
  coveredTexts,
  type FoundConcept,
  glossUnits,
  knownUnits,
  merged,
  phraseText,
  type QueryToken,
} from './concepts.ts';
import { wordsOf } from './headword.ts';
import { remembering } from './remember.ts';

/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 5;
const RANK_DECAY = 0.15;

/** Headwords, and strings that are none, remembered for each index. */
const REMEMBERED_WORDS = 20_000;

/** The word itself and those of its English glosses that the collection holds; undefined where it is no headword. */
const alternativesOf = remembering(REMEMBERED_WORDS, (index, word): readonly Alternative[] | undefined => {
  const glosses = index.dictionary?.glossesOf(word);
  if (glosses === undefined) return undefined;
  const english = glosses.slice(0, MOST_GLOSSES).flatMap((stems, rank) => {
    if (stems.every(isEnglishQuestionWord)) return [];
    return glossUnits(index, stems).map((units) => ({ units, weight: 1 / (1 + RANK_DECAY * rank) }));
  });
  const capitals = capitalsFor(word);
  const units = capitals && knownUnits(index, [capitals]);
  if (units) english.push({ units, weight: 1 });
  if (english.length === 0) return [];
  const own = knownUnits(index, Array.from(word));
  return merged([own === undefined ? [] : [{ units: own, weight: 1 }], english]);
});

/** The Chinese words of a query as concepts, where the collection holds an English gloss. */
export function translateChinese(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  if (index.dictionary === undefined || !index.hasEnglish) return [];
  // A question word belongs to no headword.
  const terms = tokens.map(({ term, dropped }) => (dropped ? BREAK : term));
  return wordsOf(terms, (word) => alternativesOf(index, word)).flatMap(({ start, end, found }) => {
    const alternatives = found ?? [];
    if (alternatives.length === 0) return [];
    const phrase = tokens.slice(start, end);
    return [
      {
        text: phraseText(phrase),
        covers: coveredTexts(phrase),
        alternatives,
        source: 'dictionary',
        groups: [],
        places: [],
      },
    ];
  });
}
