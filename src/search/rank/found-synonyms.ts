// Synonyms in a passage: what it says in another word, where it does not say the word of the question.
import type { SearchIndex } from '../index/index.ts';
import { COUNT_MASK, IN_TITLE, placeIn } from '../index/postings.ts';
import { runAt } from '../index/runs.ts';
import type { Phrase, Query, SynonymTerm } from '../query/query.ts';
import { holdsPattern } from './match.ts';

const ANYWHERE = IN_TITLE | COUNT_MASK;

/** What the best synonym is worth in place of a word that the passage lacks, and of one that its titles lack; 0: none. */
export interface FoundSynonym {
  readonly text: string;
  readonly inPassage: number;
  readonly inTitle: number;
}

/** The posting's byte of a phrase in a passage, 0 where it does not stand there. */
function placeOf({ postings, runs }: SearchIndex, passage: number, { units, term }: Phrase): number {
  const place = term < 0 ? 0 : placeIn(postings, term, passage);
  // A longer phrase may not stand where its rarest pair does.
  if (place === 0 || units.length <= 2) return place;
  const end = runs.firstTitle[passage + 1] ?? 0;
  for (let run = runs.firstTitle[passage] ?? 0; run < end; run += 1)
    if (holdsPattern(runAt(runs, run), units)) return place;
  return 0;
}

function find(index: SearchIndex, passage: number, term: SynonymTerm): FoundSynonym {
  const { text, titleOnly, itself, synonyms } = term;
  const own = placeOf(index, passage, itself);
  const worthOfBest = (places: number) =>
    synonyms.find((synonym) => (placeOf(index, passage, synonym) & places) !== 0)?.worth ?? 0;
  // Synonyms in titles count by the share of titles that are questions.
  const lacksTitle = (own & IN_TITLE) === 0 && index.questionTitles > 0;
  return {
    text,
    inPassage: own === 0 && !titleOnly ? worthOfBest(ANYWHERE) : 0,
    inTitle: lacksTitle ? worthOfBest(IN_TITLE) : 0,
  };
}

/** The words of a query that a passage, or its titles, say only in another word. */
export function synonymsIn({ index, synonyms }: Query, passage: number): readonly FoundSynonym[] {
  return synonyms
    .map((term) => find(index, passage, term))
    .filter(({ inPassage, inTitle }) => inPassage > 0 || inTitle > 0);
}
