// Wordings: what members ask, as the editor wrote it down, indexed one by one. Each list belongs to the passage that
// answers it; the last one to none.
import { type TitleScale, titleLength, titleWeightOf } from './measures.ts';
import type { Passage } from './passage.ts';
import { type Postings, postingsOf } from './postings.ts';
import { type Runs, runsOf, type Vocabulary } from './runs.ts';

export interface Wordings {
  /** All wordings: list after list, a list for each passage and then that of what is not covered. */
  readonly texts: readonly string[];
  /** The same, each the printed title of a passage of its own. */
  readonly runs: Runs;
  readonly postings: Postings;
  /** The first wording of each list; one more entry closes the last. */
  readonly firsts: Int32Array;
  /** The list of each wording. */
  readonly listOf: Int32Array;
  /** Of each wording in terms. */
  readonly lengths: Float32Array;
  /** The weight of a wording's distinct terms, by its number; made when it is first asked for. */
  readonly weightOf: (wording: number) => number;
}

const NOTHING = { translatedTitle: '', wordings: [], sentences: [], translation: [] };

export type WordingLists = readonly (readonly string[])[];

/** The runs of the wordings, whose words join the vocabulary. */
export function wordingRuns(lists: WordingLists, vocabulary: Vocabulary): Runs {
  return runsOf(
    lists.flat().map((title): Passage => ({ ...NOTHING, title })),
    vocabulary,
  );
}

/** The weight of a wording that nobody has asked for yet. */
const UNKNOWN = -1;

export function indexWordings(lists: WordingLists, runs: Runs, scale: TitleScale): Wordings {
  const firsts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    firsts[at + 1] = (firsts[at] ?? 0) + list.length;
  });
  const texts = lists.flat();
  const weights = new Float32Array(texts.length).fill(UNKNOWN);
  const weightOf = (wording: number) => {
    if (weights[wording] === UNKNOWN) weights[wording] = titleWeightOf(scale, texts[wording] ?? '');
    return weights[wording] ?? 0;
  };
  return {
    texts,
    runs,
    weightOf,
    postings: postingsOf(runs, scale.unitWeights.length - 1),
    firsts,
    listOf: Int32Array.from(lists.flatMap((list, at) => list.map(() => at))),
    lengths: Float32Array.from(texts, (_, wording) => titleLength(runs, runs.firstTitle[wording] ?? 0)),
  };
}
