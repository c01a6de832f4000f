// Wordings: what members ask, as the editor wrote it down, indexed one by one. Each list belongs to the passage that
// answers it, or to passages none of which does.

import { mostOfTitle } from '../rank/titles.ts';
import { type Measures, titleLength, titleWeightsOf } from './measures.ts';
import type { Passage } from './passage.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Runs, runsOf, type Vocabulary } from './runs.ts';
import type { Weights } from './weights.ts';

/** Questions that are known to have no answer in any of these passages. */
export interface NotCovered {
  readonly passages: readonly number[];
  readonly wordings: readonly string[];
}

export interface WordingList extends NotCovered {
  /** Whether it is the one passage that answers them, or none of them does. */
  readonly isAnswered: boolean;
}

export interface Wordings {
  readonly lists: readonly WordingList[];
  /** The wordings of all lists. */
  readonly texts: readonly string[];
  /** The same, each the printed title of a passage of its own. */
  readonly runs: Runs;
  readonly postings: Postings;
  /** The interview of each list, by number: its questions are compared with one another only. */
  readonly groupOf: Int32Array;
  /** The first wording of each list; one more entry closes the last. */
  readonly firsts: Int32Array;
  /** The list of each wording. */
  readonly listOf: Int32Array;
  /** Of each wording, in terms, and the weight of its distinct ones. */
  readonly lengths: Float32Array;
  readonly weights: Float32Array;
  /** The most that each adds for a unit of weight that it holds of a question, and for one of single terms. */
  readonly perHeld: Float32Array;
  readonly perSingle: Float32Array;
}

/** Those that hold a wording, and belong to a passage. */
export function wordingLists(
  passages: readonly Passage[],
  notCovered: readonly NotCovered[],
): readonly WordingList[] {
  const lists = [
    ...passages.map(({ wordings }, passage) => ({ passages: [passage], wordings, isAnswered: true })),
    ...notCovered.map((list) => ({ ...list, isAnswered: false })),
  ];
  return lists.filter(({ passages: own, wordings }) => own.length > 0 && wordings.length > 0);
}

/** Passages that a list of what is not covered names together are of one interview; the others are one group more. */
function groupsOf(lists: readonly WordingList[]): Int32Array {
  const groups = new Map<number, number>();
  lists.forEach(({ passages, isAnswered }, list) => {
    if (!isAnswered) for (const passage of passages) groups.set(passage, list);
  });
  return Int32Array.from(lists, ({ passages }) => groups.get(passages[0] ?? -1) ?? lists.length);
}

const NOTHING = { translatedTitle: '', wordings: [], sentences: [], translation: [] };

/** The runs of the wordings, whose words join the vocabulary. */
export function wordingRuns(lists: readonly WordingList[], vocabulary: Vocabulary): Runs {
  const texts = lists.flatMap(({ wordings }) => wordings);
  return runsOf(
    texts.map((title): Passage => ({ ...NOTHING, title })),
    vocabulary,
  );
}

/** `measures` weighs each unit of the whole vocabulary. */
export function indexWordings(
  lists: readonly WordingList[],
  runs: Runs,
  measures: Measures & { readonly weights: Weights },
): Wordings {
  const { unitWeights } = measures;
  const firsts = new Int32Array(lists.length + 1);
  lists.forEach(({ wordings }, list) => {
    firsts[list + 1] = (firsts[list] ?? 0) + wordings.length;
  });
  const ofRuns = titleWeightsOf(runs, unitWeights);
  const listOf = Int32Array.from(lists.flatMap(({ wordings }, list) => wordings.map(() => list)));
  const lengths = Float32Array.from(listOf, (_, wording) => titleLength(runs, runs.firstTitle[wording] ?? 0));
  const weights = Float32Array.from(listOf, (_, wording) => ofRuns[runs.firstTitle[wording] ?? 0] ?? 0);
  const mosts = Array.from(listOf, (_, wording) =>
    mostOfTitle(measures, { length: lengths[wording] ?? 0, weight: weights[wording] ?? 0 }),
  );
  return {
    lists,
    texts: lists.flatMap(({ wordings }) => wordings),
    runs,
    postings: postingsOf(runs, unitWeights.length - 1),
    groupOf: groupsOf(lists),
    firsts,
    listOf,
    lengths,
    weights,
    perHeld: Float32Array.from(mosts, ({ perHeld }) => perHeld),
    perSingle: Float32Array.from(mosts, ({ perSingle }) => perSingle),
  };
}
