// Resemblance: how much a question is like those that a passage is known to answer, and like those that none does.

import type { SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import type { Wordings } from '../index/wordings.ts';
import type { Pattern, Query } from '../query/query.ts';
import { holdsPattern, matchRun, type Presence } from './match-run.ts';
import { fitTitle, type TitleFit, worthOfQuestion } from './titles.ts';

export interface CloseWording extends TitleFit {
  readonly wording: string;
}

export interface Resemblance {
  /** The likeliest wording and how well it fits; undefined where none holds a term. */
  readonly closest: CloseWording | undefined;
  /** The numbers of the wordings that may fit best, at most LIKELIEST, the likeliest first. */
  readonly likeliest: readonly number[];
  /** For each query term, how many of the wordings hold it, each by the worth of its find. */
  readonly counts: Float32Array;
  /**
   * By how much the question's terms are commoner in these wordings than in all of the interview: the logarithm of the ratio, times the
   * term's weight, summed; less where there are few wordings.
   */
  readonly lean: number;
  /** Number of the wordings. */
  readonly size: number;
}

/** By passage; only of those that have wordings. */
export interface Resemblances {
  readonly answered: ReadonlyMap<number, Resemblance>;
  readonly notCovered: ReadonlyMap<number, Resemblance>;
}

/** Wordings of one passage that may be looked at closely. */
const LIKELIEST = 3;
const NONE = -1;
/** Wordings as common as all that are added to those of each passage, so that one more or less proves little. */
const PRIOR_WORDINGS = 4;
/** Number of wordings of which what they lack counts half: it tells nothing that two of them do not hold a word. */
const FEW_WORDINGS = 20;

/** The weight of what each wording holds of the query, and how many wordings of each list hold each term. */
interface Tally {
  readonly held: Float32Array;
  readonly singles: Float32Array;
  /** List after list, one number for each term. */
  readonly counts: Float32Array;
  /** The term last counted for each wording, and the worth of its best find so far. */
  readonly lastTerm: Int32Array;
  readonly lastWeight: Float32Array;
}

function emptyTally({ listOf, lists }: Wordings, query: Query): Tally {
  const size = listOf.length;
  return {
    held: new Float32Array(size),
    singles: new Float32Array(size),
    counts: new Float32Array(lists.length * query.terms.length),
    lastTerm: new Int32Array(size).fill(-1),
    lastWeight: new Float32Array(size),
  };
}

/** What a find of a term adds to a wording: by any weight of it, and by its weight as a single term. */
function worthOf({ topicWeights, askingWeights, singleWeights }: Query, term: number) {
  return {
    ofAny: (topicWeights[term] ?? 0) + (askingWeights[term] ?? 0),
    ofSingle: singleWeights[term] ?? 0,
  };
}

/** Counts the wordings that hold one pattern. This loop runs over every posting of every pattern: it makes no objects. */
function tallyPattern(wordings: Wordings, query: Query, pattern: Pattern, tally: Tally): void {
  const { postings, runs, listOf } = wordings;
  const { units, term, weight } = pattern;
  const { held, singles, counts, lastTerm, lastWeight } = tally;
  const rarest = rarestTerm(postings, units);
  if (rarest < 0) return;
  const { ofAny, ofSingle } = worthOf(query, term);
  const end = postings.starts[rarest + 1] ?? 0;
  for (let at = postings.starts[rarest] ?? 0; at < end; at += 1) {
    const wording = postings.passages[at] ?? 0;
    if (units.length > 2 && !holdsPattern(runs, runs.firstTitle[wording] ?? 0, units)) continue;
    const before = lastTerm[wording] === term ? (lastWeight[wording] ?? 0) : 0;
    if (weight <= before) continue;
    lastTerm[wording] = term;
    lastWeight[wording] = weight;
    const more = weight - before;
    held[wording] = (held[wording] ?? 0) + more * ofAny;
    singles[wording] = (singles[wording] ?? 0) + more * ofSingle;
    const count = (listOf[wording] ?? 0) * query.terms.length + term;
    counts[count] = (counts[count] ?? 0) + more;
  }
}

/** The same for a term of one or two units, which no other pattern finds: a wording is met once. */
function tallyTerm(wordings: Wordings, query: Query, pattern: Pattern, tally: Tally): void {
  const { postings, listOf } = wordings;
  const { held, singles, counts } = tally;
  const found = rarestTerm(postings, pattern.units);
  if (found < 0) return;
  const { ofAny, ofSingle } = worthOf(query, pattern.term);
  const terms = query.terms.length;
  const end = postings.starts[found + 1] ?? 0;
  for (let at = postings.starts[found] ?? 0; at < end; at += 1) {
    const wording = postings.passages[at] ?? 0;
    held[wording] = (held[wording] ?? 0) + ofAny;
    singles[wording] = (singles[wording] ?? 0) + ofSingle;
    const count = (listOf[wording] ?? 0) * terms + pattern.term;
    counts[count] = (counts[count] ?? 0) + 1;
  }
}

/** A concept has many patterns, one after the other: of those that a wording holds, the best counts. */
function tallyWordings(wordings: Wordings, query: Query): Tally {
  const tally = emptyTally(wordings, query);
  for (const pattern of query.patterns.all) {
    const tallies = query.terms[pattern.term]?.kind === 'concept' ? tallyPattern : tallyTerm;
    tallies(wordings, query, pattern, tally);
  }
  return tally;
}

/** The numbers of the wordings of one list that may fit best. */
function likeliestOf(index: SearchIndex, query: Query, tally: Tally, list: number): readonly number[] {
  const { firsts, perHeld, perSingle } = index.wordings;
  const { held, singles } = tally;
  const perQuestion = worthOfQuestion(index, query);
  const likeliest = new Int32Array(LIKELIEST).fill(NONE);
  const mosts = new Float64Array(LIKELIEST);
  for (let wording = firsts[list] ?? 0; wording < (firsts[list + 1] ?? 0); wording += 1) {
    const any = held[wording] ?? 0;
    if (any === 0) continue;
    const single = singles[wording] ?? 0;
    const most = any * (perHeld[wording] ?? 0) + single * (perQuestion + (perSingle[wording] ?? 0));
    if (most <= (mosts[LIKELIEST - 1] ?? 0)) continue;
    let at = LIKELIEST - 1;
    for (; at > 0 && most > (mosts[at - 1] ?? 0); at -= 1) {
      mosts[at] = mosts[at - 1] ?? 0;
      likeliest[at] = likeliest[at - 1] ?? NONE;
    }
    mosts[at] = most;
    likeliest[at] = wording;
  }
  return Array.from(likeliest).filter((wording) => wording !== NONE);
}

/** How well one wording fits, by its number. */
function closeWording(index: SearchIndex, query: Query, wording: number): CloseWording {
  const { runs, weights, perHeld, perSingle, texts } = index.wordings;
  const presence = matchRun(runs, query, runs.firstTitle[wording] ?? 0);
  const worth = {
    weight: weights[wording] ?? 0,
    perHeld: perHeld[wording] ?? 0,
    perSingle: perSingle[wording] ?? 0,
  };
  return { ...fitTitle(index, query, presence, worth), wording: texts[wording] ?? '' };
}

/** What each of the likeliest wordings holds of the query. */
export function likelyPresences(
  { wordings: { runs } }: SearchIndex,
  query: Query,
  { closest, likeliest }: Resemblance,
): readonly Presence[] {
  const others = likeliest.slice(1).map((wording) => matchRun(runs, query, runs.firstTitle[wording] ?? 0));
  return closest === undefined ? others : [closest.presence, ...others];
}

/** Numbers of wordings. */
interface Sizes {
  readonly own: number;
  readonly all: number;
}

function leanOf({ terms }: Query, own: Float32Array, all: Float32Array, sizes: Sizes): number {
  const trust = sizes.own / (sizes.own + FEW_WORDINGS);
  let lean = 0;
  for (let term = 0; term < all.length; term += 1) {
    const expected = (all[term] ?? 0) / sizes.all;
    if (expected === 0) continue;
    const found = ((own[term] ?? 0) + PRIOR_WORDINGS * expected) / (sizes.own + PRIOR_WORDINGS);
    lean += (terms[term]?.weight ?? 0) * Math.log(found / expected);
  }
  return trust * lean;
}

/** What all lists of one interview hold together. */
interface Group {
  readonly counts: Float32Array;
  size: number;
}

function countsOf({ counts }: Tally, { terms }: Query, list: number): Float32Array {
  return counts.subarray(list * terms.length, (list + 1) * terms.length);
}

function groupsOf({ lists, groupOf }: Wordings, counts: readonly Float32Array[]): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>();
  lists.forEach(({ wordings }, list) => {
    const own = counts[list] ?? new Float32Array(0);
    const group = groups.get(groupOf[list] ?? 0) ?? { counts: new Float32Array(own.length), size: 0 };
    groups.set(groupOf[list] ?? 0, group);
    own.forEach((count, term) => {
      group.counts[term] = (group.counts[term] ?? 0) + count;
    });
    group.size += wordings.length;
  });
  return groups;
}

export function resemblances(index: SearchIndex, query: Query): Resemblances {
  const { lists, groupOf } = index.wordings;
  const tally = tallyWordings(index.wordings, query);
  const countsOfLists = lists.map((_, list) => countsOf(tally, query, list));
  const groups = groupsOf(index.wordings, countsOfLists);
  const answered = new Map<number, Resemblance>();
  const notCovered = new Map<number, Resemblance>();
  lists.forEach(({ passages, isAnswered, wordings }, list) => {
    const counts = countsOfLists[list];
    const group = groups.get(groupOf[list] ?? 0);
    if (counts === undefined || group === undefined) return;
    const likeliest = likeliestOf(index, query, tally, list);
    const [first] = likeliest;
    const closest = first === undefined ? undefined : closeWording(index, query, first);
    const size = wordings.length;
    const lean = leanOf(query, counts, group.counts, { own: size, all: group.size });
    for (const passage of passages)
      (isAnswered ? answered : notCovered).set(passage, { closest, likeliest, counts, lean, size });
  });
  return { answered, notCovered };
}
