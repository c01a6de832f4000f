// The collection's text: passages as search knows them, and the same as numbers. Every title and sentence is a run of units
// (one number for each term, 0 for a break).
import { Numbers } from '../../dictionary/numbers.ts';
import { fold } from '../../language/fold.ts';
import { glossStems, KIND, scan, stem, termOfKind } from '../../language/tokenise.ts';

export interface Passage {
  /** The interviewer's question as printed, or ''. */
  readonly title: string;
  /** The same in the translation, or ''. */
  readonly translatedTitle: string;
  /** The editor's other wordings of what it answers, in any language. */
  readonly wordings: readonly string[];
  /** For each wording the sentence that it asks for, where the editor says so; left out where none does. */
  readonly askedSentences?: readonly (number | undefined)[];
  /** The section's text in order; a sentence keeps its closing punctuation. */
  readonly sentences: readonly string[];
  /** The translated sentences aligned with `sentences` by index, or []. */
  readonly translation: readonly string[];
}

/** The unit of punctuation and run ends. */
export const NO_UNIT = 0;

/** In as few bytes as the numbers need. */
export type Units = Int32Array | Uint16Array;

/** A passage's runs are its title and its translated title, its sentences and its translated sentences, in this order. */
export interface Runs {
  readonly units: Units;
  /** Where each run starts in `units`; one more entry closes the last run. */
  readonly starts: Int32Array;
  /** For each passage, the number of its first run of each sort; one more entry closes the last passage. */
  readonly firstTitle: Int32Array;
  readonly firstSentence: Int32Array;
  readonly firstTranslation: Int32Array;
}

/** The units of one run: from the start up to (not including) the end. */
export interface Run {
  readonly units: Units;
  readonly start: number;
  readonly end: number;
}

/** A run of units that may stand for a concept. */
export interface Alternative {
  readonly units: readonly number[];
  /** 0..1: how surely it means the same. */
  readonly weight: number;
}

export function runAt({ units, starts }: Runs, number: number): Run {
  return { units, start: starts[number] ?? 0, end: starts[number + 1] ?? 0 };
}

/** How many terms stand in the runs from the first up to (not including) the end. */
export function termsIn({ units, starts }: Runs, first: number, end: number): number {
  const last = starts[end] ?? 0;
  let terms = 0;
  for (let at = starts[first] ?? 0; at < last; at += 1) if (units[at] !== NO_UNIT) terms += 1;
  return terms;
}

/** Whether a run of units whose first stands at a place goes on there. */
export function foundAt(units: Units, at: number, pattern: readonly number[]): boolean {
  for (let offset = 1; offset < pattern.length; offset += 1) {
    if (units[at + offset] !== pattern[offset]) return false;
  }
  return true;
}

const NO_UNITS: readonly number[] = [];

const CODE_UNITS = 65_536;

/** By their codes: the interviews of a folder share them. */
const characters: (string | undefined)[] = [];

/** Numbers the terms as they come. */
export class Vocabulary {
  readonly #units = new Map<string, number>();
  /** The units of the words as they are written, folded. */
  readonly #ofWord = new Map<string, number>();
  #byGloss: ReadonlyMap<string, readonly number[]> | undefined;
  /** The terms by their units; made when one is first asked for, once all texts are in. */
  #terms: readonly string[] | undefined;
  /** Single characters by a table while the texts come in, which is what most Chinese text needs. */
  #ofCharacter = new Int32Array(CODE_UNITS);

  get size(): number {
    return this.#units.size;
  }

  /** The unit of a term, or undefined where no text holds it. */
  get(term: string): number | undefined {
    return this.#units.get(term);
  }

  /** What a unit stands for; '' for one that is none. */
  termOf(unit: number): string {
    this.#terms ??= [...this.#units.keys()];
    return this.#terms[unit - 1] ?? '';
  }

  terms(): IterableIterator<[string, number]> {
    return this.#units.entries();
  }

  /** The unit of a term, a new one where it was never met. */
  add(term: string): number {
    const known = this.#units.get(term);
    if (known !== undefined) return known;
    const unit = this.#units.size + 1;
    this.#units.set(term, unit);
    return unit;
  }

  addWord(word: string): number {
    const known = this.#ofWord.get(word);
    if (known !== undefined) return known;
    const unit = this.add(stem(word));
    this.#ofWord.set(word, unit);
    return unit;
  }

  /** The first word that was written for a term. */
  wordOf(term: string): string | undefined {
    const unit = this.get(term);
    return [...this.#ofWord].find(([, own]) => own === unit)?.[0];
  }

  /** The units of the words that one of the dictionary's stems may stand for. */
  glossed(gloss: string): readonly number[] {
    this.#byGloss ??= this.#glosses();
    const known = this.#byGloss.get(gloss);
    if (known !== undefined) return known;
    const own = this.get(gloss);
    return own === undefined ? NO_UNITS : [own];
  }

  #glosses(): ReadonlyMap<string, readonly number[]> {
    const byGloss = new Map<string, number[]>();
    for (const [word, unit] of this.#ofWord) {
      for (const gloss of glossStems(word)) {
        const units = byGloss.get(gloss);
        if (units === undefined) byGloss.set(gloss, [unit]);
        else if (!units.includes(unit)) units.push(unit);
      }
    }
    return byGloss;
  }

  /** Gives the table back once all texts are in: an index of a few pages is smaller. */
  close(): void {
    this.#ofCharacter = new Int32Array(0);
  }

  addCharacter(code: number): number {
    const known = this.#ofCharacter[code] ?? NO_UNIT;
    if (known !== NO_UNIT) return known;
    characters[code] ??= String.fromCharCode(code);
    const unit = this.add(characters[code] ?? '');
    this.#ofCharacter[code] = unit;
    return unit;
  }
}

/** Appends the units of a text, marks that follow one another as one break. */
export function appendUnits(text: string, vocabulary: Vocabulary, units: Numbers): void {
  const folded = fold(text);
  scan(folded, (kind, start, end) => {
    if (kind === KIND.ideograph && end === start + 1)
      units.push(vocabulary.addCharacter(folded.charCodeAt(start)));
    else if (kind === KIND.letter) units.push(vocabulary.addWord(folded.slice(start, end)));
    else if (kind !== KIND.mark) units.push(vocabulary.add(termOfKind(kind, folded.slice(start, end))));
    else if (units.last(NO_UNIT) !== NO_UNIT) units.push(NO_UNIT);
  });
}

export function runsOf(passages: readonly Passage[], vocabulary: Vocabulary): Runs {
  const units = new Numbers();
  const starts = new Numbers();
  const first = { title: new Numbers(), sentence: new Numbers(), translation: new Numbers() };
  const append = (texts: readonly string[]) => {
    for (const text of texts) {
      starts.push(units.length);
      appendUnits(text, vocabulary, units);
      units.push(NO_UNIT);
    }
  };
  for (const passage of passages) {
    first.title.push(starts.length);
    // A title that is left out stays as an empty run, so that the printed question is always the first.
    append([passage.title, passage.translatedTitle]);
    first.sentence.push(starts.length);
    append(passage.sentences);
    first.translation.push(starts.length);
    append(passage.translation);
  }
  for (const firsts of Object.values(first)) firsts.push(starts.length);
  starts.push(units.length);
  return {
    units: vocabulary.size < CODE_UNITS ? Uint16Array.from(units.toArray()) : units.toArray(),
    starts: starts.toArray(),
    firstTitle: first.title.toArray(),
    firstSentence: first.sentence.toArray(),
    firstTranslation: first.translation.toArray(),
  };
}
