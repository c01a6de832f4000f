// Candidates: the passages worth a close look, by a quick sum over the postings of the query's terms.

import { holds, type SearchIndex } from '../index/index.ts';
import { COUNT_MASK, IN_TITLE, rarestTerm } from '../index/postings.ts';
import type { Pattern } from '../query/pattern-table.ts';
import { type Query, weightOf } from '../query/query.ts';
import type { Resemblances } from './resemblance.ts';

/** How much a term in the title adds beside one in the answer, in this rough sum. */
const TITLE_SHARE = { least: 0.4, forQuestionTitles: 0.6 };

interface Rough {
  readonly pattern: Pattern;
  readonly worth: number;
  readonly titleShare: number;
  readonly answerShare: number;
}

function addPostings(
  index: SearchIndex,
  scores: Float32Array,
  { pattern, worth, titleShare, answerShare }: Rough,
): void {
  const { starts, passages, places } = index.postings;
  const { damping, weights } = index;
  const term = rarestTerm(index.postings, pattern.units);
  if (term < 0) return;
  const ofAnswer = worth * answerShare * (weights.saturation + 1);
  const ofTitle = worth * titleShare;
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const passage = passages[at] ?? 0;
    const place = places[at] ?? 0;
    const count = place & COUNT_MASK;
    let found = count === 0 ? 0 : (ofAnswer * count) / (count + (damping[passage] ?? 0));
    if ((place & IN_TITLE) !== 0) found += ofTitle;
    scores[passage] = (scores[passage] ?? 0) + found;
  }
}

/** Whether any passage or wording holds a topic word: question words count only beside one. */
function holdsTopic({ index, patterns, terms }: Query): boolean {
  return patterns.all.some(({ term, units }) => terms[term]?.titleOnly === false && holds(index, units));
}

/** How much a question word counts beside a topic word: only where titles are questions. */
function askingShare({ questionTitles }: SearchIndex): number {
  return TITLE_SHARE.forQuestionTitles * questionTitles;
}

/** A term counts once among the wordings of a passage. */
function addWordings(scores: Float32Array, query: Query, asked: Resemblances): void {
  const worths = query.terms.map(
    ({ titleOnly }, term) =>
      weightOf(query, term) * (askingShare(query.index) + (titleOnly ? 0 : TITLE_SHARE.least)),
  );
  for (const [passage, { counts }] of asked.answered) {
    let found = 0;
    for (let term = 0; term < counts.length; term += 1)
      if ((counts[term] ?? 0) > 0) found += worths[term] ?? 0;
    scores[passage] = (scores[passage] ?? 0) + found;
  }
}

/** Question words count where the titles are questions. */
function roughScores(query: Query, asked: Resemblances): Float32Array {
  const { index } = query;
  const scores = new Float32Array(index.passages.length);
  if (!holdsTopic(query)) return scores;
  const forQuestions = askingShare(index);
  for (const pattern of query.patterns.all) {
    const topic = query.terms[pattern.term]?.titleOnly === false ? 1 : 0;
    const titleShare = forQuestions + topic * TITLE_SHARE.least;
    const worth = weightOf(query, pattern.term) * pattern.weight;
    if (titleShare > 0) addPostings(index, scores, { pattern, worth, titleShare, answerShare: topic });
  }
  addWordings(scores, query, asked);
  return scores;
}

interface Wanted {
  readonly most: number;
  readonly asked: Resemblances;
}

/** At most `most` passages that hold a term of the question, best first; ties by passage number. */
export function candidates(query: Query, { most, asked }: Wanted): readonly number[] {
  const scores = roughScores(query, asked);
  const kept: number[] = [];
  for (let passage = 0; passage < scores.length; passage += 1) {
    const score = scores[passage] ?? 0;
    if (score <= 0) continue;
    const isFull = kept.length === most;
    if (isFull && score <= (scores[kept[most - 1] ?? 0] ?? 0)) continue;
    let at = isFull ? most - 1 : kept.length;
    for (; at > 0 && score > (scores[kept[at - 1] ?? 0] ?? 0); at -= 1) kept[at] = kept[at - 1] ?? 0;
    kept[at] = passage;
  }
  return kept;
}
