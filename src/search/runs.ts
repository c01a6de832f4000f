// The collection's text as numbers: every title and sentence is a run of units (one number for each term, 0 for a break).

import { fold } from './fold.ts';
import type { Passage } from './passage.ts';
import { BREAK, tokenise } from './tokenise.ts';

/** The unit of punctuation and run ends. */
export const NO_UNIT = 0;

export type Vocabulary = Map<string, number>;

/** A run's first and last-plus-one place in `units`; a passage's runs are titles, sentences, translated sentences. */
export interface Runs {
  readonly units: Int32Array;
  /** Where each run starts in `units`; one more entry closes the last run. */
  readonly starts: Int32Array;
  /** For each passage, the number of its first run of each sort; one more entry closes the last passage. */
  readonly firstTitle: Int32Array;
  readonly firstSentence: Int32Array;
  readonly firstTranslation: Int32Array;
}

function unitOf(term: string, vocabulary: Vocabulary): number {
  if (term === BREAK) return NO_UNIT;
  const known = vocabulary.get(term);
  if (known !== undefined) return known;
  const unit = vocabulary.size + 1;
  vocabulary.set(term, unit);
  return unit;
}

export function unitsOf(text: string, vocabulary: Vocabulary): readonly number[] {
  return tokenise(fold(text)).map(({ term }) => unitOf(term, vocabulary));
}

/** A title that the editor left out stays as an empty run, so that the printed question is always the first. */
function titlesOf(passage: Passage): readonly string[] {
  return [passage.title, passage.translatedTitle, ...passage.wordings];
}

export function runsOf(passages: readonly Passage[], vocabulary: Vocabulary): Runs {
  const units: number[] = [];
  const starts: number[] = [];
  const firsts = { title: [] as number[], sentence: [] as number[], translation: [] as number[] };
  const append = (texts: readonly string[]) => {
    for (const text of texts) {
      starts.push(units.length);
      for (const unit of unitsOf(text, vocabulary)) units.push(unit);
      units.push(NO_UNIT);
    }
  };
  for (const passage of passages) {
    firsts.title.push(starts.length);
    append(titlesOf(passage));
    firsts.sentence.push(starts.length);
    append(passage.sentences);
    firsts.translation.push(starts.length);
    append(passage.translation);
  }
  for (const first of Object.values(firsts)) first.push(starts.length);
  starts.push(units.length);
  return {
    units: Int32Array.from(units),
    starts: Int32Array.from(starts),
    firstTitle: Int32Array.from(firsts.title),
    firstSentence: Int32Array.from(firsts.sentence),
    firstTranslation: Int32Array.from(firsts.translation),
  };
}
