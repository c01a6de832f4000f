// Candidates: the passages worth a close look, by a quick sum over the postings of the query's terms.

import type { SearchIndex } from './index.ts';
import { COUNT_MASK, IN_TITLE, rarestTerm } from './postings.ts';
import type { Pattern, Query } from './query.ts';

/** How much a term in the title adds beside one in the answer, in this rough sum. */
const TITLE_SHARE = { least: 0.4, forQuestionTitles: 0.6 };

interface Find extends Pattern {
  readonly worth: number;
  readonly titleOnly: boolean;
}

function addPostings(index: SearchIndex, scores: Float32Array, pattern: Find): void {
  const { starts, passages, places } = index.postings;
  const { saturation, lengthNormalisation } = index.weights;
  const term = rarestTerm(index.postings, pattern.units);
  if (term < 0) return;
  const titleShare =
    (pattern.titleOnly ? 0 : TITLE_SHARE.least) + TITLE_SHARE.forQuestionTitles * index.questionTitles;
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const passage = passages[at] ?? 0;
    const place = places[at] ?? 0;
    const count = pattern.titleOnly ? 0 : place & COUNT_MASK;
    const length = (index.lengths[passage] ?? 0) / index.meanLength;
    const damping = saturation * (1 - lengthNormalisation + lengthNormalisation * length);
    const answer = (count * (saturation + 1)) / (count + damping);
    scores[passage] =
      (scores[passage] ?? 0) + pattern.worth * (answer + ((place & IN_TITLE) !== 0 ? titleShare : 0));
  }
}

function roughScores(index: SearchIndex, query: Query): Float32Array {
  const scores = new Float32Array(index.size);
  for (const patterns of query.patterns.values()) {
    for (const pattern of patterns) {
      const term = query.terms[pattern.term];
      if (term === undefined || (term.titleOnly && index.questionTitles === 0)) continue;
      addPostings(index, scores, {
        ...pattern,
        worth: term.weight * pattern.weight,
        titleOnly: term.titleOnly,
      });
    }
  }
  return scores;
}

/** At most `most` passages that hold a term of the question, best first; ties by passage number. */
export function candidates(index: SearchIndex, query: Query, most: number): readonly number[] {
  const findable = [...query.patterns.values()].some((patterns) =>
    patterns.some(
      ({ term, units }) => query.terms[term]?.titleOnly === false && rarestTerm(index.postings, units) >= 0,
    ),
  );
  if (!findable) return [];
  const scores = roughScores(index, query);
  const kept: number[] = [];
  for (let passage = 0; passage < index.size; passage += 1) {
    const score = scores[passage] ?? 0;
    if (score <= 0) continue;
    if (kept.length === most && score <= (scores[kept[most - 1] ?? 0] ?? 0)) continue;
    let at = kept.length === most ? most - 1 : kept.length;
    while (at > 0 && score > (scores[kept[at - 1] ?? 0] ?? 0)) {
      kept[at] = kept[at - 1] ?? 0;
      at -= 1;
    }
    kept[at] = passage;
  }
  return kept;
}
