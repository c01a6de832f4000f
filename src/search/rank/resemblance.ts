// Resemblance: how much a question is like those that a passage is known to answer, and like those that none does.

import { runAt } from '../index/runs.ts';
import type { Query } from '../query/query.ts';
import { matchRun, type Presence } from './match-run.ts';
import { type Counted, countedIn, groupsOf, likeliestOf, tallyWordings } from './tally.ts';
import { fitTitle, type TitleFit } from './titles.ts';

export interface CloseWording extends TitleFit {
  readonly wording: string;
}

export interface Resemblance {
  /** The likeliest wording and how well it fits; undefined where none holds a term. */
  readonly closest: CloseWording | undefined;
  /** The numbers of the few wordings that may fit best, the likeliest first. */
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

/** Wordings as common as all that are added to those of each passage, so that one more or less proves little. */
const PRIOR_WORDINGS = 4;
/** Number of wordings of which what they lack counts half: it tells nothing that two of them do not hold a word. */
const FEW_WORDINGS = 20;

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
