// The sentences to quote for a question: those that answer it, and one before where they could not stand alone.
import { quote, type Section } from '../../knowledge/interview.ts';
import type { Query } from '../../search/query/query.ts';
import type { PassageMatch } from '../../search/rank/match.ts';
import { chooseSentences, type SentenceScore, scoreSentences } from '../../search/sentences/sentences.ts';
import type { SentenceRun } from '../quotation.ts';
import { enumerationAround } from './enumeration.ts';

/** Openings that point at the sentence before. */
const POINTS_BACK =
  /^(?:这(?!里|儿)|此(?!外|前|后|次|类)|该|因此|因而|所以|(?:this|that|these|those|it|they|he|she|such|therefore|hence)\b)/iu;

/** An excerpt is at most this many sentences long, whole enumerations apart. */
const MOST_SENTENCES = 3;

/** Whether a sentence cannot be understood without the one before. */
export function pointsBack(sentence: string): boolean {
  return POINTS_BACK.test(sentence);
}

/** Share of the question's weight from which one sentence that holds it all needs no neighbour. */
const ALL_FOUND = 0.95;

interface Place {
  readonly passage: number;
  readonly section: Section;
  /** Share 0..1 of the question's weight in the passage's best single sentence. */
  readonly coverage: number;
  /** Where the question's terms stand in it, where that is known already. */
  readonly match?: PassageMatch;
}

export function chooseExcerpt(query: Query, place: Place): SentenceRun {
  const { section, passage, coverage, match } = place;
  const scores = scoreSentences(query, passage, match);
  const best = bestOf(scores);
  const enumeration = query.asksForList && enumerationAround(section, best);
  if (enumeration) return enumeration;
  const run = coverage >= ALL_FOUND ? { first: best, last: best } : chooseSentences(query.index, scores);
  const first = section.sentences[run.first];
  const before = section.sentences[run.first - 1];
  if (!first || !before || before.paragraph !== first.paragraph || !pointsBack(quote(section, first)))
    return run;
  const isFull = run.last - run.first + 1 >= MOST_SENTENCES;
  if (isFull && best === run.last) return run;
  return { first: run.first - 1, last: isFull ? run.last - 1 : run.last };
}

function bestOf(scores: readonly SentenceScore[]): number {
  const nothing = { sentence: 0, score: Number.NEGATIVE_INFINITY };
  return scores.reduce((best, one) => (one.score > best.score ? one : best), nothing).sentence;
}
