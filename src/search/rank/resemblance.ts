// Resemblance: how much a question is like those that a passage is known to answer, and like those that none does.

import { rarestTerm } from '../index/postings.ts';
import { runAt } from '../index/runs.ts';
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
  readonly query: Query;
  readonly held: Float32Array;
  readonly singles: Float32Array;
  /** List after list, one number for each term. */
  readonly counts: Float32Array;
  /** The term last counted for each wording, and the worth of its best find so far. */
  readonly lastTerm: Int32Array;
  readonly lastWeight: Float32Array;
}

function emptyTally(query: Query): Tally {
  const { listOf, lists } = query.index.wordings;
  const size = listOf.length;
  return {
    query,
    held: new Float32Array(size),
    singles: new Float32Array(size),
    counts: new Float32Array(lists.length * query.terms.length),
    lastTerm: new Int32Array(size).fill(NONE),
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
function tallyPattern(tally: Tally, { units, term, weight }: Pattern): void {
  const { query, held, singles, counts, lastTerm, lastWeight } = tally;
  const { postings, runs, listOf } = query.index.wordings;
  const rarest = rarestTerm(postings, units);
  if (rarest < 0) return;
  const { ofAny, ofSingle } = worthOf(query, term);
  const end = postings.starts[rarest + 1] ?? 0;
  for (let at = postings.starts[rarest] ?? 0; at < end; at += 1) {
    const wording = postings.passages[at] ?? 0;
    if (units.length > 2 && !holdsPattern(runAt(runs, runs.firstTitle[wording] ?? 0), units)) continue;
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
function tallyTerm({ query, held, singles, counts }: Tally, { units, term }: Pattern): void {
  const { postings, listOf } = query.index.wordings;
  const found = rarestTerm(postings, units);
  if (found < 0) return;
  const { ofAny, ofSingle } = worthOf(query, term);
  const terms = query.terms.length;
  const end = postings.starts[found + 1] ?? 0;
  for (let at = postings.starts[found] ?? 0; at < end; at += 1) {
    const wording = postings.passages[at] ?? 0;
    held[wording] = (held[wording] ?? 0) + ofAny;
    singles[wording] = (singles[wording] ?? 0) + ofSingle;
    const count = (listOf[wording] ?? 0) * terms + term;
    counts[count] = (counts[count] ?? 0) + 1;
  }
}

/** A concept has many patterns, one after the other: of those that a wording holds, the best counts. */
function tallyWordings(query: Query): Tally {
  const tally = emptyTally(query);
  for (const pattern of query.patterns.all) {
    if (query.terms[pattern.term]?.kind === 'concept') tallyPattern(tally, pattern);
    else tallyTerm(tally, pattern);
  }
  return tally;
}

/** The numbers of the wordings of one list that may fit best. */
function likeliestOf({ query, held, singles }: Tally, list: number): readonly number[] {
  const { firsts, perHeld, perSingle } = query.index.wordings;
  const perQuestion = worthOfQuestion(query);
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

/** What one wording holds of the query, by its number. */
function presenceIn(query: Query, wording: number): Presence {
  const { runs } = query.index.wordings;
  return matchRun(query, runAt(runs, runs.firstTitle[wording] ?? 0));
}

/** How well one wording fits, by its number. */
function closeWording(query: Query, wording: number): CloseWording {
  const { weights, perHeld, perSingle, texts } = query.index.wordings;
  const worth = {
    weight: weights[wording] ?? 0,
    perHeld: perHeld[wording] ?? 0,
    perSingle: perSingle[wording] ?? 0,
  };
  return { ...fitTitle(query, presenceIn(query, wording), worth), wording: texts[wording] ?? '' };
}

/** What each of the likeliest wordings holds of the query. */
export function likelyPresences(query: Query, { closest, likeliest }: Resemblance): readonly Presence[] {
  const others = likeliest.slice(1).map((wording) => presenceIn(query, wording));
  return closest === undefined ? others : [closest.presence, ...others];
}

/** How many of so many wordings hold each term. */
interface Counted {
  readonly counts: Float32Array;
  size: number;
}

function leanOf({ terms }: Query, own: Counted, all: Counted): number {
  const trust = own.size / (own.size + FEW_WORDINGS);
  let lean = 0;
  for (let term = 0; term < all.counts.length; term += 1) {
    const expected = (all.counts[term] ?? 0) / all.size;
    if (expected === 0) continue;
    const found = ((own.counts[term] ?? 0) + PRIOR_WORDINGS * expected) / (own.size + PRIOR_WORDINGS);
    lean += (terms[term]?.weight ?? 0) * Math.log(found / expected);
  }
  return trust * lean;
}

function countedIn({ query, counts }: Tally, list: number): Counted {
  const terms = query.terms.length;
  const size = query.index.wordings.lists[list]?.wordings.length ?? 0;
  return { counts: counts.subarray(list * terms, (list + 1) * terms), size };
}

/** What all lists of one interview hold together, by the interview's number. */
function groupsOf(tally: Tally): ReadonlyMap<number, Counted> {
  const { lists, groupOf } = tally.query.index.wordings;
  const groups = new Map<number, Counted>();
  lists.forEach((_, list) => {
    const own = countedIn(tally, list);
    const number = groupOf[list] ?? 0;
    const group = groups.get(number) ?? { counts: new Float32Array(own.counts.length), size: 0 };
    groups.set(number, group);
    own.counts.forEach((count, term) => {
      group.counts[term] = (group.counts[term] ?? 0) + count;
    });
    group.size += own.size;
  });
  return groups;
}

export function resemblances(query: Query): Resemblances {
  const { lists, groupOf } = query.index.wordings;
  const tally = tallyWordings(query);
  const groups = groupsOf(tally);
  const answered = new Map<number, Resemblance>();
  const notCovered = new Map<number, Resemblance>();
  lists.forEach(({ passages, isAnswered }, list) => {
    const group = groups.get(groupOf[list] ?? 0);
    if (group === undefined) return;
    const own = countedIn(tally, list);
    const likeliest = likeliestOf(tally, list);
    const [first] = likeliest;
    const closest = first === undefined ? undefined : closeWording(query, first);
    const lean = leanOf(query, own, group);
    for (const passage of passages)
      (isAnswered ? answered : notCovered).set(passage, { closest, likeliest, lean, ...own });
  });
  return { answered, notCovered };
}
