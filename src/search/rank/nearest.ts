// Nearest: which of the members' wordings a question is most like, list by list, and how far each list leans towards it;
// counted over the postings of the query's patterns.
import { zeros } from '../../dictionary/numbers.ts';
import { rarestTerm } from '../index/postings.ts';
import { runAt } from '../index/runs.ts';
import { type Pattern, type Query, weightOf } from '../query/query.ts';
import {
  FULL_WEIGHT,
  fitTitle,
  holdsPattern,
  lengthFactor,
  matchRun,
  sameness,
  type TitleFit,
} from './match.ts';

/** At most so many numbers, each worth more than nothing, the best first; of equals the one that came first. */
export class Best {
  readonly numbers: number[] = [];
  readonly #worths: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What a further number must be worth more than. */
  get least(): number {
    return this.numbers.length < this.#most ? 0 : (this.#worths[this.#most - 1] ?? 0);
  }

  add(number: number, worth: number): void {
    if (worth <= this.least) return;
    if (this.numbers.length === this.#most) {
      this.numbers.pop();
      this.#worths.pop();
    }
    let at = this.numbers.length;
    while (at > 0 && worth > (this.#worths[at - 1] ?? 0)) at -= 1;
    this.numbers.splice(at, 0, number);
    this.#worths.splice(at, 0, worth);
  }
}

export interface CloseWording extends TitleFit {
  /** Its number among the wordings of all lists. */
  readonly number: number;
  /** The sentence of its passage that it asks for, where the editor says so. */
  readonly sentence: number | undefined;
}

/** What one list holds of a question. */
export interface Nearness {
  /** The wording that may fit best; undefined where none holds a term. */
  readonly closest: CloseWording | undefined;
  /** That and the few that come next, the likeliest first; looked at when somebody asks. */
  readonly likeliest: () => readonly CloseWording[];
  /** For each query term, how many of the wordings hold it, each by the worth of its find. */
  readonly counts: Float32Array;
  /**
   * By how much the question's terms are commoner in these wordings than in all of the interview: the logarithm of the ratio,
   * times the term's weight, summed; less where there are few wordings.
   */
  readonly lean: number;
  /** Share (0..1) that this list has of the wordings nearest to the question, the more alike the more it counts. */
  readonly vote: number;
}

/** Wordings as common as all that are added to those of each list, so that one more or less proves little. */
const PRIOR_WORDINGS = 4;
/** Number of wordings of which what they lack counts half: it tells nothing that two of them do not hold a word. */
const FEW_WORDINGS = 20;
/** Wordings of one list that may be looked at closely, and those of all lists that vote. */
const LIKELIEST = 3;
const VOTERS = 8;
/** The vote of a wording is its likeness to this power: one that shares half of the words says little. */
const VOTE_POWER = 3;
/** What the votes are held against beside one another, so that a few unlike wordings have no whole vote. */
const VOTE_PRIOR = 0.05;

/** What each wording holds of a query, and how many wordings of each list hold each term. */
interface Tally {
  readonly query: Query;
  readonly held: Float32Array;
  readonly singles: Float32Array;
  /** List after list, one number for each term. */
  readonly counts: Float32Array;
}

function tallyWordings(query: Query): Tally {
  const { listOf, firsts } = query.index.wordings;
  const size = listOf.length;
  const lists = firsts.length - 1;
  const tally = {
    query,
    held: zeros(size),
    singles: zeros(size),
    counts: new Float32Array(lists * query.terms.length),
  };
  const last = { term: new Int32Array(size).fill(-1), weight: zeros(size) };
  for (const pattern of query.patterns.all) tallyPhrase(tally, pattern, last);
  return tally;
}

/** Of the phrases of one term, which follow one another, the best that a wording holds counts. */
function tallyPhrase(
  { query, held, singles, counts }: Tally,
  { units, term, weight }: Pattern,
  last: { readonly term: Int32Array; readonly weight: Float32Array },
): void {
  const { postings, runs, listOf } = query.index.wordings;
  const rarest = rarestTerm(postings, units);
  if (rarest < 0) return;
  const ofAny = weightOf(query, term);
  const ofSingle = query.singleWeights[term] ?? 0;
  const terms = query.terms.length;
  const end = postings.starts[rarest + 1] ?? 0;
  for (let at = postings.starts[rarest] ?? 0; at < end; at += 1) {
    const wording = postings.passages[at] ?? 0;
    const before = last.term[wording] === term ? (last.weight[wording] ?? 0) : 0;
    if (weight <= before) continue;
    // A longer phrase may not stand where its rarest pair does.
    if (units.length > 2 && !holdsPattern(runAt(runs, runs.firstTitle[wording] ?? 0), units)) continue;
    last.term[wording] = term;
    last.weight[wording] = weight;
    held[wording] = (held[wording] ?? 0) + (weight - before) * ofAny;
    singles[wording] = (singles[wording] ?? 0) + ofSingle;
    const count = (listOf[wording] ?? 0) * terms + term;
    counts[count] = (counts[count] ?? 0) + weight - before;
  }
}

/** The wordings of each list that may fit best, and those of all lists that are most like the question. */
function nearestOf({ query, held: holds, singles }: Tally, lists: number) {
  const { index, titleWeight } = query;
  const { title, titleCoverage, titlePrecision } = index.weights.rank;
  const { lengths, listOf } = index.wordings;
  const ofLists = Array.from({ length: lists }, () => new Best(LIKELIEST));
  const voters = new Best(VOTERS);
  for (let wording = 0; wording < holds.length; wording += 1) {
    const any = holds[wording] ?? 0;
    if (any === 0) continue;
    const single = singles[wording] ?? 0;
    const list = ofLists[listOf[wording] ?? 0];
    const held = (any * lengthFactor(index, index.weights, lengths[wording] ?? 0)) / FULL_WEIGHT;
    const share = titleWeight > 0 ? single / titleWeight : 0;
    const known = title * held + titleCoverage * share;
    // What is held is a part of the weight: most wordings need not be weighed.
    const most = known + (titlePrecision * single) / (single + index.titlePrior || 1);
    if (share <= voters.least && most <= (list?.least ?? 0)) continue;
    const weight = index.wordings.weightOf(wording);
    list?.add(wording, known + (titlePrecision * single) / (weight + index.titlePrior || 1));
    voters.add(wording, sameness(titleWeight, weight, single));
  }
  return { ofLists, voters };
}

function closeWording(query: Query, number: number): CloseWording {
  const { lengths, weightOf, runs } = query.index.wordings;
  const presence = matchRun(query, runAt(runs, runs.firstTitle[number] ?? 0));
  const fit = fitTitle(query, presence, { length: lengths[number] ?? 0, weight: weightOf(number) });
  return { ...fit, number, sentence: sentenceOf(query, number) };
}

function sentenceOf({ index }: Query, wording: number): number | undefined {
  const list = index.wordings.listOf[wording] ?? 0;
  return index.passages[list]?.askedSentences?.[wording - (index.wordings.firsts[list] ?? 0)];
}

/** The likeness of each of the nearest wordings, list by list, as shares of all and of a little more. */
function votesOf({ query, singles }: Tally, voters: Best, lists: number): Float64Array {
  const { weightOf, listOf } = query.index.wordings;
  const votes = new Float64Array(lists);
  let all = VOTE_PRIOR;
  for (const wording of voters.numbers) {
    const vote = sameness(query.titleWeight, weightOf(wording), singles[wording] ?? 0) ** VOTE_POWER;
    const list = listOf[wording] ?? 0;
    votes[list] = (votes[list] ?? 0) + vote;
    all += vote;
  }
  return votes.map((vote) => vote / all);
}

function leanOf({ terms }: Query, own: Float32Array, { all, size, total }: Sizes): number {
  let lean = 0;
  for (let term = 0; term < all.length; term += 1) {
    const expected = (all[term] ?? 0) / total;
    if (expected === 0) continue;
    const found = ((own[term] ?? 0) + PRIOR_WORDINGS * expected) / (size + PRIOR_WORDINGS);
    lean += (terms[term]?.weight ?? 0) * Math.log(found / expected);
  }
  return (lean * size) / (size + FEW_WORDINGS);
}

interface Sizes {
  /** For each term the wordings of all lists that hold it. */
  readonly all: Float32Array;
  /** Number of the list's wordings, and of all. */
  readonly size: number;
  readonly total: number;
}

/** What each list that has a wording holds, by its number: that of its passage, or their number for what is not covered. */
export function nearness(query: Query): ReadonlyMap<number, Nearness> {
  const { firsts, texts } = query.index.wordings;
  const lists = firsts.length - 1;
  if (texts.length === 0) return new Map();
  const tally = tallyWordings(query);
  const terms = query.terms.length;
  const all = zeros(terms);
  for (let at = 0, term = 0; at < tally.counts.length; at += 1, term = term + 1 === terms ? 0 : term + 1)
    all[term] = (all[term] ?? 0) + (tally.counts[at] ?? 0);
  const { ofLists, voters } = nearestOf(tally, lists);
  const votes = votesOf(tally, voters, lists);
  const found = new Map<number, Nearness>();
  for (let list = 0; list < lists; list += 1) {
    const [first = 0, end = 0] = [firsts[list], firsts[list + 1]];
    if (first === end) continue;
    const counts = tally.counts.subarray(list * terms, (list + 1) * terms);
    const [foremost, ...others] = ofLists[list]?.numbers ?? [];
    const closest = foremost === undefined ? undefined : closeWording(query, foremost);
    let likeliest: readonly CloseWording[] | undefined;
    const likeliestOf = () => {
      likeliest ??= closest ? [closest, ...others.map((number) => closeWording(query, number))] : [];
      return likeliest;
    };
    const lean = leanOf(query, counts, { all, size: end - first, total: texts.length });
    found.set(list, { closest, likeliest: likeliestOf, counts, lean, vote: votes[list] ?? 0 });
  }
  return found;
}
