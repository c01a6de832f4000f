// The sentences to quote for a question: those that answer it, and one before where they could not stand alone; a list with
// all its items.
import type { Section } from '../knowledge/interview.ts';
import { needsSentenceBefore } from '../language/kinds.ts';
import { analyse, wordsHeld } from '../search/query/analyse.ts';
import type { Query, Words } from '../search/query/query.ts';
import { matchedWeight, matchPassage, type PassageMatch, type TitleFit } from '../search/rank/match.ts';
import type { Nearness } from '../search/rank/nearest.ts';
import {
  chooseSentences,
  oddsOfSentence,
  type SentenceRun,
  sentenceFeatures,
  withAsked,
} from '../search/rank/sentences.ts';
import {
  countedList,
  countsList,
  enumerationAround,
  isLaterItem,
  isTogether,
  itemAsked,
  sentenceOfItem,
  withWholeList,
} from './enumeration.ts';
import type { ListedQuestion, OpenInterview } from './library.ts';
import {
  MOST_OF_LIST,
  MOST_SENTENCES,
  openingRun,
  opens,
  printedAt,
  wholeClauses,
  withWhatFollows,
} from './opening.ts';
import { foldedIn, quoteSentences } from './quotation.ts';
import type { Quotation } from './reply.ts';

/** Share of the question's weight from which one sentence that holds it all needs no neighbour. */
const ALL_FOUND = 0.95;
/** Share of the printed question's weight and of the asked one's from which both are the same question. */
const SAME_AS_PRINTED = 0.8;

/** The same of a question that only takes a part of the printed one, and from which one sentence plainly says what it asks. */
const ALL_PRINTED = 0.9;
const SAID_PLAINLY = 0.4;

interface Place {
  readonly passage: number;
  readonly section: Section;
  /** Share 0..1 of the question's weight in the passage's best single sentence. */
  readonly coverage: number;
  /** The printed question that fits best; undefined where none does. */
  readonly printed: Pick<TitleFit, 'sameness' | 'coverage'> | undefined;
  /** Where the question's terms stand in it. */
  readonly match: PassageMatch;
  /** The section's wordings that are most like the question; undefined where it has none. */
  readonly nearness?: Pick<Nearness, 'likeliest'> | undefined;
}

export interface Excerpt {
  /** What is quoted, chosen when somebody asks: of many sections only the likeliest are. */
  readonly run: () => SentenceRun;
  /** Of that what answers, without what it cannot stand without. */
  readonly core: SentenceRun;
  /** The sentences that hold most of the question by their own words, whatever lists ask for: they are the evidence. */
  readonly evidence: SentenceRun;
}

export function chooseExcerpt(query: Query, place: Place): Excerpt {
  const features = sentenceFeatures(query, place.passage, place.match);
  const oddsOf = (all: typeof features) => all.map((own) => oddsOfSentence(query.index, own));
  const byText = oddsOf(features);
  const asking = (place.nearness?.likeliest() ?? []).filter(({ sentence }) => sentence !== undefined);
  const scores = asking.length > 0 ? oddsOf(withAsked(features, asking)) : byText;
  const best = bestOf(scores);
  const closest = closestRun(query, place, scores);
  const core = toThePoint(query, place, closest, best);
  return {
    run: () => {
      const isSilent = asking.length === 0 && features.every(({ coverage }) => coverage === 0);
      const isVague = (features[best]?.coverage ?? 0) < SAID_PLAINLY;
      const isOpening = isSilent || (isVague && (place.printed?.coverage ?? 0) >= ALL_PRINTED);
      const run = quotedRun(query, place, { scores, best, core, isOpening });
      return wholeClauses(place.section, withWhatFollows(query, place.section, { run, best }));
    },
    core,
    evidence: scores === byText ? closest : closestRun(query, place, byText),
  };
}

/** One sentence that holds the whole question needs no neighbour. */
function closestRun(query: Query, place: Place, scores: readonly number[]): SentenceRun {
  const best = bestOf(scores);
  return place.coverage >= ALL_FOUND ? { first: best, last: best } : chooseSentences(query.index, scores);
}

/**
 * A run up to its best sentence without what does not answer at its ends: in another paragraph what holds nothing of the
 * question, and beside a sentence that gives the number, date or name that was asked for what gives none.
 */
function toThePoint(query: Query, { section, match }: Place, run: SentenceRun, best: number): SentenceRun {
  const { asking } = query.words;
  const gives = (at: number) =>
    asking.isGivenBy({ printed: printedAt(section, at), folded: foldedAt(section, at) });
  const isSaid = (at: number) => matchedWeight(query, match.sentences[at] ?? match.nothing) > 0;
  const isGiven = asking.isSharp && gives(best);
  const isNeedless = (at: number) => {
    if (isGiven && !gives(at)) return true;
    return !isSaid(at) && ((isGiven && isSaid(best)) || !isTogether(section, at, best));
  };
  let { first, last } = run;
  if (best < first || best > last) return run;
  while (first < best && isNeedless(first)) first += 1;
  while (last > best && isNeedless(last)) last -= 1;
  return { first, last };
}

/** The odds of a passage's sentences, the best one, what answers, and whether the beginning does, where none plainly says it. */
interface Scored {
  readonly scores: readonly number[];
  readonly best: number;
  readonly core: SentenceRun;
  readonly isOpening: boolean;
}

function quotedRun(query: Query, place: Place, { scores, best, core, isOpening }: Scored): SentenceRun {
  const { section, printed } = place;
  const isPrinted = (printed?.sameness ?? 0) >= SAME_AS_PRINTED || isOpening;
  const { weights } = query.index;
  const asksForAll = query.words.asksForList && weights.wholeList > 0;
  const enumeration =
    asksForAll && (countedList(section, query.words) ?? enumerationAround(section, isPrinted ? 0 : best));
  if (enumeration) return enumeration;
  if (isPrinted && weights.printedOpening > 0 && opens(query, section, best))
    return withWholeList(section, openingRun(query, section, scores));
  const alone = weights.standingAlone > 0 ? standingAlone(query.words, { section, best }, core) : core;
  return countsList(section, query.words, best) ? withWholeList(section, alone) : alone;
}

/** The answer to a question that is listed for a section. */
export function quoteListed(
  { interview, index }: OpenInterview,
  { passage, isPrinted, sentence }: ListedQuestion,
  question: string,
): Quotation {
  const section = interview.sections[passage];
  if (!section) throw new Error(`${interview.id} has no section ${passage}.`);
  // A sentence that an editor named need not be looked for.
  if (sentence !== undefined)
    return quoteSentences(
      interview,
      section,
      wholeClauses(section, around(wordsHeld(question, index), section, sentence)),
    );
  const query = analyse(question, index);
  const place = {
    passage,
    section,
    coverage: 0,
    printed: isPrinted ? { sameness: 1, coverage: 1 } : undefined,
    match: matchPassage(query, passage),
  };
  return quoteSentences(interview, section, chooseExcerpt(query, place).run());
}

/** The sentence that an editor named, with what it cannot stand without. */
function around(words: Words, section: Section, sentence: number): SentenceRun {
  const enumeration = words.asksForList ? enumerationAround(section, sentence) : undefined;
  return (
    enumeration ?? standingAlone(words, { section, best: sentence }, { first: sentence, last: sentence })
  );
}

/** The item of a list that a question asks for by its number comes without those before, any other that is not the first with them. */
function standingAlone(
  words: Words,
  { section, best }: { readonly section: Section; readonly best: number },
  run: SentenceRun,
): SentenceRun {
  const ordinal = itemAsked(words);
  const item = ordinal === undefined ? undefined : sentenceOfItem(section, ordinal, run.first);
  const list = enumerationAround(section, run.first);
  if (list && item !== undefined && item >= run.first && item <= Math.min(run.last, list.last))
    return { first: item, last: run.last };
  if (!isLaterItem(foldedAt(section, run.first))) return withSentenceBefore(section, run, best);
  return list && run.last - list.first < MOST_OF_LIST
    ? { first: list.first, last: run.last }
    : withSentenceBefore(section, run, best);
}

function foldedAt(section: Section, sentence: number): string {
  return foldedIn(section)[sentence] ?? '';
}

/**
 * A run that opens by pointing back takes the sentence before, or goes without its opening where another one is the best.
 * What is full loses its last sentence for it.
 */
function withSentenceBefore(section: Section, run: SentenceRun, best: number): SentenceRun {
  const opening = printedAt(section, run.first);
  if (!needsSentenceBefore(opening) && !isLaterItem(foldedAt(section, run.first))) return run;
  const isFull = run.last - run.first + 1 >= MOST_SENTENCES;
  if (isFull && best === run.last)
    return withSentenceBefore(section, { first: run.first + 1, last: run.last }, best);
  if (!isTogether(section, run.first - 1, run.first)) return run;
  const wider = { first: run.first - 1, last: isFull ? run.last - 1 : run.last };
  const before = wider.first - 1;
  const isShort = wider.last - before < MOST_SENTENCES && isTogether(section, before, run.first);
  if (!isShort || !needsSentenceBefore(printedAt(section, wider.first))) return wider;
  return needsSentenceBefore(printedAt(section, before)) ? wider : { first: before, last: wider.last };
}

function bestOf(scores: readonly number[]): number {
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
