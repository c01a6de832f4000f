// The gaps that the log shows: questions that are still open today, grouped by what they ask for, by the engine’s own terms; those
// that are asked most come first, each with the exchange that comes closest.
import { ask } from '../answer/ask.ts';
import { nearestSections } from '../answer/find.ts';
import type { Library } from '../answer/library.ts';
import { read } from '../answer/read.ts';
import type { Quotation, Reply } from '../answer/reply.ts';
import { buildIndex, type SearchIndex } from '../search/index/index.ts';
import { analyse } from '../search/query/analyse.ts';
import type { Query } from '../search/query/query.ts';
import type { LogLine } from './collect.ts';

/** An exchange that could cover a question. */
export interface ExchangeId {
  readonly interview: string;
  readonly exchange: number;
}

/** A question that was left open, or whose answer its asker called wrong: then the words that were quoted. */
export interface OpenLine extends LogLine {
  readonly wrong?: string;
}

export interface Gap extends Group {
  /** 1-based place in the list. */
  readonly number: number;
  /** The wording that stands for the group. */
  readonly question: string;
  /** Undefined where nothing is near. */
  readonly nearest: ExchangeId | undefined;
  /** The words that come nearest; of an answer that was called wrong, what is quoted still. */
  readonly words: Quotation | undefined;
  /** The id of the interview that it was meant for: the one it names, or that comes nearest; undefined where none tells. */
  readonly interview: string | undefined;
}

export interface Gaps {
  readonly gaps: readonly Gap[];
  /** Lines whose question is answered by now. */
  readonly answered: number;
  /** Lines that an editor found the interviews do not cover. */
  readonly notCovered: number;
}

export interface Known {
  /** The questions that an editor marked as not covered. */
  readonly settled: readonly string[];
  /** What the library replies, where that is known already. */
  readonly replies?: ReadonlyMap<string, Reply>;
}

export function findGaps(
  library: Library,
  lines: readonly OpenLine[],
  { settled, replies: known }: Known,
): Gaps {
  const ground = groundFor(library, lines);
  const replies = new Map(lines.map(({ question }) => [question, undefined as Reply | undefined] as const));
  for (const question of replies.keys())
    replies.set(question, known?.get(question) ?? ask(library, { question }));
  const unanswered = lines.filter((line) => isStillOpen(line, replies.get(line.question)));
  const marks = settled.map((question) => queryOf(ground, question));
  const isOpen = ({ question }: LogLine) => {
    const query = queryOf(ground, question);
    return !settled.includes(question) && !marks.some((mark) => isNearDuplicate(mark, query));
  };
  const open = unanswered.filter(isOpen);
  const gaps = groupQuestions(ground, open).map((group, index) => {
    const question = group.wordings[0]?.question ?? '';
    const nearest = nearestOf(replies.get(question));
    const words = wordsOf(replies.get(question));
    const interview = namedBy(library, question) ?? nearest?.interview ?? loggedFor(library, open, question);
    return { ...group, number: index + 1, question, nearest, words, interview };
  });
  return {
    gaps,
    answered: lines.length - unanswered.length,
    notCovered: unanswered.length - open.length,
  };
}

/** The one interview that a question names, or that there is. */
function namedBy(library: Library, question: string): string | undefined {
  const [only, ...others] = read(library, { question }).scope;
  return others.length === 0 ? only?.interview.id : undefined;
}

/** The interview that came nearest when it was asked, if that is still there. */
function loggedFor({ interviews }: Library, lines: readonly LogLine[], question: string): string | undefined {
  const logged = lines.find((line) => line.question === question && line.nearest)?.nearest?.interview;
  return interviews.some(({ id }) => id === logged) ? logged : undefined;
}

/** What was called wrong is open until something else is quoted. */
export function isStillOpen({ wrong }: OpenLine, reply: Reply | undefined): boolean {
  if (wrong === undefined || reply?.outcome !== 'answer') return !hasReply(reply);
  return reply.quotation.text === wrong;
}

/** Words to the bot have theirs, too: they were logged before it understood them. */
function hasReply(reply: Reply | undefined): boolean {
  return reply?.outcome === 'answer' || reply?.intent !== undefined;
}

/** The nearest exchange; other sections have no other wordings that an editor could add. */
function nearestOf(reply: Reply | undefined): ExchangeId | undefined {
  if (!reply || isFarFromAll(reply)) return undefined;
  const [nearest] = reply.suggestions.flatMap(({ source }) =>
    source.section === 'exchange' ? [{ interview: source.interview, exchange: source.exchange }] : [],
  );
  return nearest;
}

/** Where nothing matched, the suggestions are examples and not near. */
function isFarFromAll(reply: Reply): boolean {
  return reply.outcome === 'abstain' && reply.reason === 'nothing-matched';
}

function wordsOf(reply: Reply | undefined): Quotation | undefined {
  if (!reply || isFarFromAll(reply)) return undefined;
  return reply.outcome === 'answer' ? reply.quotation : reply.suggestions[0]?.quotation;
}

export interface TimesAsked {
  readonly question: string;
  readonly times: number;
}

export interface Group {
  /** Most frequent first; the first stands for the group. */
  readonly wordings: readonly TimesAsked[];
  readonly times: number;
  /** The latest day. */
  readonly last: string;
  readonly language: LogLine['language'];
}

/** Weighted Dice coefficient from which two questions count as one: they share half of what they ask for. */
const NEAR_DUPLICATE = 0.5;

/** Where questions are compared: queries of two indexes have nothing in common. */
export interface Ground {
  readonly library: Library;
  readonly index: SearchIndex;
}

/** The index of the interview that the first of the questions comes nearest to; else the first one's. */
function groundFor(library: Library, [first]: readonly LogLine[]): Ground {
  const [nearest] = first ? nearestSections(library, { question: first.question }) : [];
  const open = library.open.find(({ interview }) => interview.id === nearest?.interview) ?? library.open[0];
  return { library, index: open?.index ?? buildIndex([], { lexicon: [] }) };
}

/** The terms of a question without the names of interviewees. */
function queryOf({ library, index }: Ground, question: string): Query {
  return analyse(read(library, { question }).focus, index);
}

function isNearDuplicate(a: Query, b: Query): boolean {
  return diceOverlap(a, b) >= NEAR_DUPLICATE;
}

interface CountedQuestion extends TimesAsked {
  readonly query: Query;
  readonly lines: readonly LogLine[];
}

/** Each wording joins the first group whose most frequent wording it nearly repeats. */
function groupQuestions(ground: Ground, lines: readonly LogLine[]): readonly Group[] {
  const groups: CountedQuestion[][] = [];
  for (const asked of distinct(ground, lines)) {
    const home = groups.find(([lead]) => lead && isNearDuplicate(lead.query, asked.query));
    if (home) home.push(asked);
    else groups.push([asked]);
  }
  return groups.map(toGroup).toSorted(byFrequency);
}

/** Wordings to the letter, most frequent first; of equals the one asked first. */
function distinct(ground: Ground, lines: readonly LogLine[]): readonly CountedQuestion[] {
  const byQuestion = new Map<string, LogLine[]>();
  for (const line of lines) {
    const own = byQuestion.get(line.question);
    if (own) own.push(line);
    else byQuestion.set(line.question, [line]);
  }
  return [...byQuestion]
    .map(([question, own]) => {
      const query = queryOf(ground, question);
      return { question, times: own.length, lines: own, query };
    })
    .toSorted((a, b) => b.times - a.times);
}

function toGroup(asked: readonly CountedQuestion[]): Group {
  const lines = asked.flatMap((each) => each.lines);
  return {
    wordings: asked.map(({ question, times }) => ({ question, times })),
    times: lines.length,
    last:
      lines
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? '',
    language: lines[0]?.language ?? 'en',
  };
}

/** Of equals the latest, then the one asked first. */
function byFrequency(a: Group, b: Group): number {
  if (a.times !== b.times || a.last === b.last) return b.times - a.times;
  return a.last < b.last ? 1 : -1;
}

/** Weighted Dice coefficient, 0..1: twice the shared weight over both weights; 0 where neither has a topic. */
function diceOverlap(a: Query, b: Query): number {
  const [own, other] = [topicsOf(a), topicsOf(b)];
  const both = sum(own.values()) + sum(other.values());
  const shared = [...own].map(([topic, weight]) => Math.min(weight, other.get(topic) ?? 0));
  return both === 0 ? 0 : (2 * sum(shared)) / both;
}

/** What a question asks for, with its weight: a notion of the lexicon in place of the terms that named it. */
function topicsOf({ terms, concepts, patterns }: Query): ReadonlyMap<string, number> {
  const named = concepts.filter(({ source }) => source === 'lexicon');
  const covered = new Set(named.flatMap(({ covers }) => covers));
  // Translations and other spellings serve to find passages; the words themselves are there as well.
  const others = new Set(concepts.flatMap(({ source, term }) => (source === 'lexicon' ? [] : [term])));
  const topics = new Map<string, number>();
  terms.forEach(({ text, weight, titleOnly }, at) => {
    if (titleOnly || covered.has(at) || others.has(at)) return;
    // Two phrases name the same concept where they have the same alternatives.
    const isNotion = named.some(({ term }) => term === at);
    const phrases = isNotion ? patterns.all.filter(({ term }) => term === at) : [];
    const name = phrases.map(({ units }) => units.join(' ')).toSorted();
    topics.set(name.length === 0 ? text : `concept ${name.join(' | ')}`, weight);
  });
  return topics;
}

function sum(weights: Iterable<number>): number {
  return [...weights].reduce((total, weight) => total + weight, 0);
}
