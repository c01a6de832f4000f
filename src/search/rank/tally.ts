// Tally: what each wording of a collection holds of a query, and how many wordings of each list hold each term; counted over
// the postings of the query's patterns.

import { rarestTerm } from '../index/postings.ts';
import { runAt } from '../index/runs.ts';
import type { Pattern } from '../query/pattern-table.ts';
import { type Query, weightOf } from '../query/query.ts';
import { holdsPattern } from './match-run.ts';
import { worthOfQuestion } from './titles.ts';

/** Wordings of one passage that may be looked at closely. */
const LIKELIEST = 3;
const NONE = -1;
/** The weight of what each wording holds of the query, and how many wordings of each list hold each term. */
export interface Tally {
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

/** Counts the wordings that hold one pattern; those that may hold a longer one are read. */
function tallyPattern(tally: Tally, { units, term, weight }: Pattern): void {
  const { query, held, singles, counts, lastTerm, lastWeight } = tally;
  const { postings, runs, listOf } = query.index.wordings;
  const rarest = rarestTerm(postings, units);
  if (rarest < 0) return;
  const ofAny = weightOf(query, term);
  const ofSingle = query.singleWeights[term] ?? 0;
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
  const ofAny = weightOf(query, term);
  const ofSingle = query.singleWeights[term] ?? 0;
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
export function tallyWordings(query: Query): Tally {
  const tally = emptyTally(query);
  for (const pattern of query.patterns.all) {
    if (query.terms[pattern.term]?.kind === 'concept') tallyPattern(tally, pattern);
    else tallyTerm(tally, pattern);
  }
  return tally;
}

/** The numbers of the wordings of one list that may fit best. */
export function likeliestOf({ query, held, singles }: Tally, list: number): readonly number[] {
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

/** How many of so many wordings hold each term. */
export interface Counted {
  readonly counts: Float32Array;
  size: number;
}

export function countedIn({ query, counts }: Tally, list: number): Counted {
  const terms = query.terms.length;
  const size = query.index.wordings.lists[list]?.wordings.length ?? 0;
  return { counts: counts.subarray(list * terms, (list + 1) * terms), size };
}

/** What all lists of one interview hold together, by the interview's number. */
export function groupsOf(tally: Tally): ReadonlyMap<number, Counted> {
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
