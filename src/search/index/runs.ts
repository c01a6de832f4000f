// The collection's text: passages as search knows them, and the same as numbers. Every title and sentence is a run of units
// (one number for each term, 0 for a break); the lexicon's groups of phrases are concepts, found where their units stand.
import { Numbers } from '../../dictionary/numbers.ts';
import { fold } from '../../language/fold.ts';
import { KIND, scan, termOfKind } from '../../language/tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

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

const CODE_UNITS = 65_536;

/** Appends the units of a text, marks that follow one another as one break. */
function appendUnits(text: string, vocabulary: Vocabulary, units: Numbers): void {
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

/** Each group lists phrases of one meaning (Chinese: found as a run of characters; English: as a run of stems). */
export type PhraseGroups = readonly (readonly string[])[];

/** A group as the runs of units that its phrases are. */
export type Concept = readonly (readonly number[])[];

export interface ConceptPhrase {
  readonly concept: number;
  readonly units: readonly number[];
}

function unitsOf(phrase: string, vocabulary: Vocabulary): readonly number[] {
  const units = new Numbers(phrase.length + 1);
  appendUnits(phrase, vocabulary, units);
  const appended = Array.from(units.toArray());
  return appended.at(-1) === NO_UNIT ? appended.slice(0, -1) : appended;
}

export function conceptsOf(lexicon: PhraseGroups, vocabulary: Vocabulary): readonly Concept[] {
  return lexicon.map((group) =>
    group.map((phrase) => unitsOf(phrase, vocabulary)).filter((units) => units.length > 0),
  );
}

/** For each concept its phrases that some text holds: a question is compared with no other. */
export function alternativesOf(
  concepts: readonly Concept[],
  isHeld: (units: readonly number[]) => boolean,
): readonly (readonly Alternative[])[] {
  return concepts.map((group) => group.filter(isHeld).map((units) => ({ units, weight: 1 })));
}

/** The phrases of all concepts by their first unit, then by their second: hundreds may begin with the same one. */
export type PhraseTable = ReadonlyMap<number, ReadonlyMap<number, readonly ConceptPhrase[]>>;

export function phraseTable(concepts: readonly Concept[]): PhraseTable {
  const table = new Map<number, Map<number, ConceptPhrase[]>>();
  concepts.forEach((group, concept) => {
    for (const units of group) {
      const [first = NO_UNIT, second = NO_UNIT] = units;
      const opening = table.get(first) ?? new Map<number, ConceptPhrase[]>();
      table.set(first, opening);
      const there = opening.get(second) ?? [];
      opening.set(second, there);
      there.push({ concept, units });
    }
  });
  return table;
}

/** At most places none stands. */
const NO_PHRASES: readonly ConceptPhrase[] = [];

/** The phrases that stand at a place of a text's units, those of one unit first. */
export function phrasesAt(table: PhraseTable, units: Units, at: number): readonly ConceptPhrase[] {
  const opening = table.get(units[at] ?? NO_UNIT);
  if (opening === undefined) return NO_PHRASES;
  const second = units[at + 1] ?? NO_UNIT;
  const single = opening.get(NO_UNIT) ?? NO_PHRASES;
  const longer = second === NO_UNIT ? undefined : opening.get(second);
  const all = longer ? [...single, ...longer] : single;
  return all.filter((phrase) => foundAt(units, at, phrase.units));
}
