// Search: the passages that answer a query best, each with its score, how much of the question it covers, and why.

import type { Query } from '../query/query.ts';
import { candidates } from './candidates.ts';
import { type Explanation, explain } from './explanation.ts';
import { matchPassage, type PassageMatch } from './match.ts';
import { type Resemblance, resemblances } from './resemblance.ts';
import { rarityAmong, scorePassage } from './score.ts';
import { synonymsIn } from './synonyms.ts';

export interface Hit {
  /** The passage's place in the list that the index was built from. */
  readonly passage: number;
  /** The sum of the explanation's parts. */
  readonly score: number;
  /** Share (0..1) of the query's weight found in the passage's best single sentence. */
  readonly coverage: number;
  /** Share (0..1) of the query's weight found in the title or wording that fits best. */
  readonly titleCoverage: number;
  /** Made when somebody asks: most hits are never explained. */
  readonly explain: () => Explanation;
  readonly match: PassageMatch;
  /** To the wordings of this passage, and to those that it and its like do not answer; undefined where there are none. */
  readonly resemblance: Resemblance | undefined;
  readonly notCovered: Resemblance | undefined;
}

/** Passages scored closely: the right one is among the first 20 of the rough order for 99 of 100 questions. */
const CLOSELY_SCORED = 20;

/** At most `top` hits, best first; equal scores by passage number. Empty where no topic word is found. */
export function search(query: Query, top: number): readonly Hit[] {
  const asked = resemblances(query);
  const passages = candidates(query, { most: Math.max(CLOSELY_SCORED, top), asked });
  const leastLean = Math.min(...passages.flatMap((passage) => asked.answered.get(passage)?.lean ?? []));
  const found = passages.map((passage) => {
    const resemblance = asked.answered.get(passage);
    const lean = resemblance ? resemblance.lean - leastLean : 0;
    const synonyms = synonymsIn(query, passage);
    return { passage, match: matchPassage(query, passage), synonyms, resemblance, lean };
  });
  const rarity = rarityAmong(found, query);
  return found
    .map((candidate): Hit => {
      const { passage, match, resemblance } = candidate;
      const { parts, coverage, titleCoverage } = scorePassage(query, candidate, rarity);
      const score = parts.reduce((sum, { value }) => sum + value, 0);
      const notCovered = asked.notCovered.get(passage);
      const why = () => explain(query, candidate, parts);
      return { passage, score, coverage, titleCoverage, match, resemblance, notCovered, explain: why };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, top);
}
