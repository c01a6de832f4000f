// Candidates: the passages worth a close look, by a quick sum over the postings of the query's terms; and what each says in
// another word, where it does not say the word of the question.
import { zeros } from '../../dictionary/numbers.ts';
import { holds, type SearchIndex } from '../index/index.ts';
import { COUNT_MASK, IN_TITLE, placeIn, rarestTerm } from '../index/postings.ts';
import { runAt } from '../index/runs.ts';
import { type Pattern, type Phrase, type Query, type SynonymTerm, weightOf } from '../query/query.ts';
import { holdsPattern } from './match.ts';
import { Best, type Nearness } from './nearest.ts';

/** How much a term in the title adds beside one in the answer, in this rough sum. */
const TITLE_SHARE = { least: 0.4, forQuestionTitles: 0.6 };

/** Adds what a pattern's finds are worth: in titles, and as a topic word in answers. */
function addPostings(scores: Float32Array, query: Query, { units, term, weight }: Pattern): void {
  const { postings, damping, weights } = query.index;
  const rarest = rarestTerm(postings, units);
  const shareOfTitle = titleShare(query, term);
  if (rarest < 0 || shareOfTitle === 0) return;
  const worth = weightOf(query, term) * weight;
  const ofTitle = worth * shareOfTitle;
  const ofAnswer = query.terms[term]?.titleOnly === false ? worth * (weights.saturation + 1) : 0;
  const { starts, passages, places } = postings;
  const end = starts[rarest + 1] ?? 0;
  for (let at = starts[rarest] ?? 0; at < end; at += 1) {
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

/** What a find in a title counts beside one in an answer: a question word only where titles are questions. */
function titleShare({ index, terms }: Query, term: number): number {
  const ofTopic = terms[term]?.titleOnly === false ? TITLE_SHARE.least : 0;
  return TITLE_SHARE.forQuestionTitles * index.questionTitles + ofTopic;
}

/** A term counts once among the wordings of a passage. */
function addWordings(scores: Float32Array, query: Query, near: ReadonlyMap<number, Nearness>): void {
  const worths = query.terms.map((_, term) => weightOf(query, term) * titleShare(query, term));
  for (const [passage, { counts }] of near) {
    if (passage >= scores.length) continue;
    let found = 0;
    for (let term = 0; term < counts.length; term += 1)
      if ((counts[term] ?? 0) > 0) found += worths[term] ?? 0;
    scores[passage] = (scores[passage] ?? 0) + found;
  }
}

function roughScores(query: Query, near: ReadonlyMap<number, Nearness>): Float32Array {
  const scores = zeros(query.index.passages.length);
  if (!holdsTopic(query)) return scores;
  for (const pattern of query.patterns.all) addPostings(scores, query, pattern);
  addWordings(scores, query, near);
  return scores;
}

/** At most `most` passages that hold a term of the question, best first; ties by passage number. */
export function candidates(
  query: Query,
  near: ReadonlyMap<number, Nearness>,
  most: number,
): readonly number[] {
  const scores = roughScores(query, near);
  const best = new Best(most);
  for (const [passage, score] of scores.entries()) best.add(passage, score);
  return best.numbers;
}

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
