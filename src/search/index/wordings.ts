// Wordings: what members ask, as the editor wrote it down, indexed one by one. Each list belongs to the passage that
// answers it, or to passages none of which does.

import { type Measures, titleLength, titleWeightsOf } from './measures.ts';
import type { Passage } from './passage.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Runs, runsOf, type Vocabulary } from './runs.ts';
import { titleWorth } from './title-worth.ts';

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
  /** What each adds to the score as a title, in columns: every question meets them all. */
  readonly weights: Float32Array;
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
  { unitWeights, titleFactors }: Measures,
): Wordings {
  const firsts = new Int32Array(lists.length + 1);
  lists.forEach(({ wordings }, list) => {
    firsts[list + 1] = (firsts[list] ?? 0) + wordings.length;
  });
  const ofRuns = titleWeightsOf(runs, unitWeights);
  const listOf = Int32Array.from(lists.flatMap(({ wordings }, list) => wordings.map(() => list)));
  const worths = Array.from(listOf, (_, wording) => {
    const run = runs.firstTitle[wording] ?? 0;
    return titleWorth(titleFactors, titleLength(runs, run), ofRuns[run] ?? 0);
  });
  return {
    lists,
    texts: lists.flatMap(({ wordings }) => wordings),
    runs,
    postings: postingsOf(runs, unitWeights.length - 1),
    groupOf: groupsOf(lists),
    firsts,
    listOf,
    weights: Float32Array.from(worths, ({ weight }) => weight),
    perHeld: Float32Array.from(worths, ({ perHeld }) => perHeld),
    perSingle: Float32Array.from(worths, ({ perSingle }) => perSingle),
  };
}
