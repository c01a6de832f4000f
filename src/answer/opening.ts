// How an excerpt opens and ends: how much of an answer's beginning to quote where that answers the question; what only announces
// or repeats goes on, and no clause is cut.
import { quote, type Section } from '../knowledge/interview.ts';
import type { Kind } from '../language/kinds.ts';
import { readQuestion } from '../language/question-words.ts';
import { BREAK } from '../language/tokenise.ts';
import type { Query } from '../search/query/query.ts';
import { chooseSentences, type SentenceRun } from '../search/rank/sentences.ts';
import { announcesList, isTogether, withWholeList } from './enumeration.ts';
import { foldedIn } from './quotation.ts';

/** An excerpt is at most this many sentences long, whole enumerations apart. */
export const MOST_SENTENCES = 3;
/** The same of a list from its announcement to the item that is quoted. */
export const MOST_OF_LIST = 6;

export function printedAt(section: Section, sentence: number): string {
  const range = section.sentences[sentence];
  return range ? quote(section, range) : '';
}

/** An answer begins where it begins, unless it is a later sentence that has the date, number or name asked for. */
export function opens({ words: { asking } }: Query, section: Section, best: number): boolean {
  if (!asking.isPlain) return true;
  const shows = foldedIn(section).map((folded, at) =>
    asking.isGivenBy({ printed: printedAt(section, at), folded }),
  );
  return shows.slice(0, MOST_SENTENCES).includes(true) || shows[best] !== true;
}

/** As many sentences from the first on as are worth their length. */
export function openingRun({ index }: Query, { sentences }: Section, scores: readonly number[]): SentenceRun {
  const inParagraph = sentences.filter(({ paragraph }) => paragraph === 0).length;
  const { last } = chooseSentences(
    index,
    scores.slice(0, Math.min(MOST_SENTENCES, Math.max(1, inParagraph))),
  );
  return { first: 0, last };
}

interface Chosen {
  readonly run: SentenceRun;
  /** The sentence that answers best. */
  readonly best: number;
}

/** Kinds of answer that the items of a list give where what announces it says nothing of them. */
const TOLD_BY_ITEMS: readonly Kind[] = ['anything', 'list', 'manner', 'definition'];

/** What announces a list comes with it, where that is what was asked for; a sentence that only repeats the question with the next one. */
export function withWhatFollows(query: Query, section: Section, { run, best }: Chosen): SentenceRun {
  if (TOLD_BY_ITEMS.includes(query.words.asking.kind) && announcesList(section, best))
    return withWholeList(section, run);
  const next = run.last + 1;
  if (run.last > run.first || !isTogether(section, run.last, next)) return run;
  return repeats(query, foldedIn(section)[run.last] ?? '') ? { first: run.first, last: next } : run;
}

/** Whether a folded sentence has no word but the question's; of a date, no figure that is asked for. */
function repeats({ tokens, words: { asking } }: Query, folded: string): boolean {
  const asked = new Set(tokens.map(({ term }) => term));
  return readQuestion(folded).every(
    ({ term, isAsking, isLight }) =>
      isAsking || isLight || term === BREAK || asked.has(term) || (!asking.isPlain && /^\d/.test(term)),
  );
}

/** A clause behind a semicolon, in small letters, is no sentence by itself. */
export function wholeClauses(section: Section, run: SentenceRun): SentenceRun {
  const goesOn = (at: number) =>
    isTogether(section, at, at + 1) &&
    /;$/.test(printedAt(section, at)) &&
    /^\p{Ll}/u.test(printedAt(section, at + 1));
  let { first, last } = run;
  while (goesOn(first - 1) && last - first < MOST_OF_LIST) first -= 1;
  while (goesOn(last) && last - first < MOST_OF_LIST) last += 1;
  return { first, last };
}
