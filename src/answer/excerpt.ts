// The sentences to quote for a question: those that answer it, and one before where they could not stand alone; a list with
// all its items, and which item a question points at.
import { quote, type Section } from '../knowledge/interview.ts';
import table from '../language/enumerations.json' with { type: 'json' };
import { fold } from '../language/fold.ts';
import { needsSentenceBefore, PLAIN_KINDS, showsKind } from '../language/kinds.ts';
import { ENGLISH_ITEMS, HAN_ITEMS, numeralsIn } from '../language/numerals.ts';
import { tokenise } from '../language/tokenise.ts';
import type { SentenceFeatures } from '../search/index/weights.ts';
import { analyse } from '../search/query/analyse.ts';
import type { Query } from '../search/query/query.ts';
import { matchPassage, type PassageMatch, type TitleFit } from '../search/rank/match.ts';
import type { CloseWording, Nearness } from '../search/rank/nearest.ts';
import {
  chooseSentences,
  oddsOfSentence,
  type SentenceRun,
  sentenceFeatures,
} from '../search/rank/sentences.ts';
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
  const features = withAsked(sentenceFeatures(query, passage, match), place.nearness?.likeliest() ?? []);
  const scores = features.map((own) => oddsOfSentence(query.index, own));
  const best = bestOf(scores);
  const isPrinted = (printed?.sameness ?? 0) >= SAME_AS_PRINTED;
  const { weights } = query.index;
  const asksForAll = query.asksForList && weights.wholeList > 0;
  const enumeration = asksForAll && enumerationAround(section, isPrinted ? 0 : best);
  if (enumeration) return enumeration;
  if (isPrinted && weights.printedOpening > 0 && opens(query, section, best))
    return openingRun(query, section, scores);
  const run = coverage >= ALL_FOUND ? { first: best, last: best } : chooseSentences(query.index, scores);
  return weights.standingAlone > 0 ? standingAlone(section, run, best) : run;
}

/** With how much the nearest wordings that ask for each sentence are the question. */
export function withAsked(
  features: readonly SentenceFeatures[],
  closest: readonly CloseWording[],
): readonly SentenceFeatures[] {
  return features.map((own, at) => {
    const alike = closest.map(({ sentence, sameness }) => (sentence === at ? sameness : 0));
    return { ...own, askedFor: Math.max(0, ...alike) };
  });
}

/** The answer to a question that is listed for a section. */
export function quoteListed(
  { interview, index }: OpenInterview,
  { passage, isPrinted, sentence }: ListedQuestion,
  question: string,
): Quotation {
  const section = interview.sections[passage];
  if (!section) throw new Error(`${interview.id} has no section ${passage}.`);
  const query = analyse(question, index);
  if (sentence !== undefined) return quoteSentences(interview, section, around(query, section, sentence));
  const place = {
    passage,
    section,
    coverage: 0,
    printed: { sameness: isPrinted ? 1 : 0 },
    match: matchPassage(query, passage),
  };
  return quoteSentences(interview, section, chooseExcerpt(query, place));
}

/** The sentence that an editor named, with what it cannot stand without. */
function around(query: Query, section: Section, sentence: number): SentenceRun {
  const enumeration = query.asksForList ? enumerationAround(section, sentence) : undefined;
  return enumeration ?? standingAlone(section, { first: sentence, last: sentence }, sentence);
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

/** Sentences from one item to the next at most; what is farther apart is counted by chance. */
const FARTHEST_ITEM = 3;

/** An item begins a sentence or follows a mark: 一是 does, 统一是 does not. */
const BEFORE = '(?:^|[:,;、。—(]\\s*)';

/** Ways of counting, each with the signs of its first, second … item in folded text. */
const COUNTINGS = table.countings.map(({ each = '', numbers, items }): readonly RegExp[] => {
  const words =
    items ?? (numbers === 'chinese' ? HAN_ITEMS : ENGLISH_ITEMS).map((word) => each.replaceAll('#', word));
  return words.map((word) => new RegExp(`${BEFORE}(?:${word})`, 'u'));
});

/** The whole enumeration that a sentence is part of; undefined where it is part of none. */
export function enumerationAround(section: Section, sentence: number): SentenceRun | undefined {
  const texts = section.sentences.map((range) => fold(quote(section, range)));
  for (const items of COUNTINGS) {
    const found = enumerations(section, texts, items).find(
      ({ first, last }) => first <= sentence && last >= sentence,
    );
    if (found) return found;
  }
  return undefined;
}

function enumerations(
  section: Section,
  texts: readonly string[],
  items: readonly RegExp[],
): readonly SentenceRun[] {
  return texts.flatMap((text, first) => {
    const at = items[0]?.exec(text)?.index;
    if (at === undefined) return [];
    const last = lastItem(section, texts.slice(first), items) + first;
    return last === first ? [] : [{ first: announcement(section, first, at === 0), last }];
  });
}

/** How far from the first item the last one stands, in sentences; 0 where no other follows. */
function lastItem({ sentences }: Section, texts: readonly string[], items: readonly RegExp[]): number {
  const before = sentences.length - texts.length;
  let item = 0;
  let last = 0;
  for (let at = 0; at < texts.length && at - last <= FARTHEST_ITEM; at += 1) {
    if (sentences[before + at]?.paragraph !== sentences[before]?.paragraph) break;
    const found = items.findLastIndex((sign, number) => number > item && sign.test(texts[at] ?? ''));
    if (found === -1) continue;
    item = found;
    last = at;
  }
  return last;
}

/** Where the enumeration begins: a first item that opens its sentence is announced by the sentence before. */
function announcement({ sentences }: Section, first: number, opensSentence: boolean): number {
  const before = first - 1;
  const isTogether = sentences[before]?.paragraph === sentences[first]?.paragraph;
  return opensSentence && isTogether ? before : first;
}

const ITEM = new RegExp(table.item);
const LAST_ITEM = new RegExp(table.lastItem);

/** 1-based number of the item asked for; -1 for "the last", undefined where the question names none. */
export function ordinalIn(folded: string): number | undefined {
  const tokens = tokenise(folded);
  const item = numeralsIn(tokens).find(
    ({ start, isOrdinal }) => isOrdinal || tokens[start - 1]?.term === '第',
  );
  const number = ITEM.exec(folded)?.[1] ?? item?.number;
  if (number === undefined) return LAST_ITEM.test(folded) ? -1 : undefined;
  return Number(number);
}

/** Index of the sentence that tells the n-th item, looking from `from` on; undefined where nothing is numbered so. */
export function sentenceOfItem(section: Section, ordinal: number, from: number): number | undefined {
  const marker = itemMarker(ordinal);
  if (!marker) return undefined;
  const carries = section.sentences.map((sentence) => marker.test(fold(quote(section, sentence))));
  const after = carries.findIndex((found, index) => found && index >= from);
  const found = after === -1 ? carries.indexOf(true) : after;
  return found === -1 ? undefined : found;
}

/** Names between 、, the last one perhaps behind 和. */
const BETWEEN_NAMES = new RegExp(`、|${table.joins}`, 'u');
const NAME = '[\\p{L}\\p{N}“”]';
const LISTED = new RegExp(
  `${NAME}{1,12}?(?:、${NAME}{1,12}?)+(?:${table.joins})${NAME}{1,12}(?=[。，,；;])|${NAME}{2,12}(?:、${NAME}{2,12}){2,}`,
  'gu',
);

/** The n-th of the names listed with 、 in a text ("A、B、C"), where it lists at least three. */
export function listedName(text: string, ordinal: number): string | undefined {
  const lists = text.match(LISTED) ?? [];
  return lists
    .at(-1)
    ?.split(BETWEEN_NAMES)
    .at(ordinal > 0 ? ordinal - 1 : ordinal);
}

function itemMarker(ordinal: number): RegExp | undefined {
  const [han, english] = [HAN_ITEMS[ordinal - 1], ENGLISH_ITEMS[ordinal - 1]];
  if (han === undefined || english === undefined) return undefined;
  return new RegExp(table.told.replaceAll('H', han).replaceAll('E', english), 'u');
}
