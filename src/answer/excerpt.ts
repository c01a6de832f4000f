// The sentences to quote for a question: those that answer it, and one before where they could not stand alone.
import { quote, type Section } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import { PLAIN_KINDS, showsKind } from '../language/kinds.ts';
import { needsSentenceBefore } from '../language/references-back.ts';
import { analyse } from '../search/query/analyse.ts';
import type { Query } from '../search/query/query.ts';
import { matchPassage, type PassageMatch, type TitleFit } from '../search/rank/match.ts';
import type { CloseWording, Nearness } from '../search/rank/nearest.ts';
import { chooseSentences, type SentenceRun, scoreSentences } from '../search/rank/sentences.ts';
import { enumerationAround } from './enumeration.ts';
import type { ListedQuestion, OpenInterview } from './library.ts';
import { quoteSentences } from './quotation.ts';
import type { Quotation } from './reply.ts';

/** An excerpt is at most this many sentences long, whole enumerations apart. */
const MOST_SENTENCES = 3;

/** Share of the question's weight from which one sentence that holds it all needs no neighbour. */
const ALL_FOUND = 0.95;
/** Share of the printed question's weight and of the asked one's from which both are the same question. */
const SAME_AS_PRINTED = 0.8;

interface Place {
  readonly passage: number;
  readonly section: Section;
  /** Share 0..1 of the question's weight in the passage's best single sentence. */
  readonly coverage: number;
  /** The printed question that fits best; undefined where none does. */
  readonly printed: Pick<TitleFit, 'sameness'> | undefined;
  /** Where the question's terms stand in it. */
  readonly match: PassageMatch;
  /** The section's wordings that are most like the question; undefined where it has none. */
  readonly nearness?: Pick<Nearness, 'likeliest'> | undefined;
}

export function chooseExcerpt(query: Query, place: Place): SentenceRun {
  const { section, passage, coverage, match, printed } = place;
  const scores = withAsked(scoreSentences(query, passage, match), place.nearness?.likeliest() ?? []);
  const best = bestOf(scores);
  const isPrinted = (printed?.sameness ?? 0) >= SAME_AS_PRINTED;
  const enumeration = query.asksForList && enumerationAround(section, isPrinted ? 0 : best);
  if (enumeration) return enumeration;
  if (isPrinted && opens(query, section, best)) return openingRun(query, section, scores);
  const run = coverage >= ALL_FOUND ? { first: best, last: best } : chooseSentences(query.index, scores);
  return standingAlone(section, run, best);
}

/** The log odds that a sentence gains if a wording asks for it which is the question. */
const ASKED_FOR = 3;

/** The sentences that the nearest wordings ask for gain, the more alike these and the question are. */
function withAsked(scores: readonly number[], closest: readonly CloseWording[]): readonly number[] {
  return scores.map((score, at) => {
    const gains = closest.map(({ sentence, sameness }) => (sentence === at ? ASKED_FOR * sameness : 0));
    return score + Math.max(0, ...gains);
  });
}

/** The answer to a question that is listed for a section. */
export function quoteListed(
  { interview, index }: OpenInterview,
  { passage, isPrinted }: ListedQuestion,
  question: string,
): Quotation {
  const section = interview.sections[passage];
  if (!section) throw new Error(`${interview.id} has no section ${passage}.`);
  const query = analyse(question, index);
  const place = {
    passage,
    section,
    coverage: 0,
    printed: { sameness: isPrinted ? 1 : 0 },
    match: matchPassage(query, passage),
  };
  return quoteSentences(interview, section, chooseExcerpt(query, place));
}

/** An answer begins where it begins, unless it is a later sentence that has the date, number or name asked for. */
function opens({ expected }: Query, section: Section, best: number): boolean {
  if (!PLAIN_KINDS.includes(expected)) return true;
  const shows = section.sentences.map((range) => showsKind(fold(quote(section, range)), expected));
  return shows.slice(0, MOST_SENTENCES).includes(true) || shows[best] !== true;
}

/** As many sentences from the first on as are worth their length. */
function openingRun({ index }: Query, { sentences }: Section, scores: readonly number[]): SentenceRun {
  const inParagraph = sentences.filter(({ paragraph }) => paragraph === 0).length;
  const { last } = chooseSentences(
    index,
    scores.slice(0, Math.min(MOST_SENTENCES, Math.max(1, inParagraph))),
  );
  return { first: 0, last };
}

/**
 * A run that opens by pointing back takes the sentence before, or goes without its opening where another one is the best.
 * What is full loses its last sentence for it.
 */
function standingAlone(section: Section, run: SentenceRun, best: number): SentenceRun {
  const { sentences } = section;
  const first = sentences[run.first];
  if (!first || !needsSentenceBefore(quote(section, first))) return run;
  const isFull = run.last - run.first + 1 >= MOST_SENTENCES;
  if (isFull && best > run.first)
    return standingAlone(section, { first: run.first + 1, last: run.last }, best);
  if (sentences[run.first - 1]?.paragraph !== first.paragraph) return run;
  return { first: run.first - 1, last: isFull ? run.last - 1 : run.last };
}

function bestOf(scores: readonly number[]): number {
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
