// Terms as numbers: the terms and words of all interviews of a folder are kept once, and each interview numbers those that it
// holds as units, in the order in which they come.
import { NumberTable } from '../../dictionary/numbers.ts';
import { glossStems, stem } from '../../language/tokenise.ts';

/** Texts numbered from 1 as they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [''];

  get(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  add(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }
}

const CODE_UNITS = 65_536;

/** What the vocabularies of a folder have in common. */
export interface SharedTerms {
  /** Terms, and words as they are written, folded: most are their own term. */
  readonly texts: Numbering;
  /** By the number of a word its term's. */
  readonly termOfWord: number[];
  /** By the number of a word the stems by which the dictionary may know it, once they were asked for. */
  readonly glossesOfWord: (readonly string[] | undefined)[];
  /** The terms that are single code units, by their code: what most Chinese text needs; 0 for one that was never met. */
  readonly termOfCharacter: Int32Array;
}

export function shareTerms(): SharedTerms {
  return {
    texts: new Numbering(),
    termOfWord: [0],
    glossesOfWord: [],
    termOfCharacter: new Int32Array(CODE_UNITS),
  };
}

const NO_UNITS: readonly number[] = [];

/** What a vocabulary is made of again, beside what its folder shares. */
export interface VocabularyParts {
  /** In the order of their units, and as they came. */
  readonly terms: readonly string[];
  readonly words: readonly string[];
  /** For each word the unit of its term. */
  readonly unitsOfWords: readonly number[];
}

/** Numbers the terms of one collection as they come, from 1. */
export class Vocabulary {
  readonly #shared: SharedTerms;
  readonly #units = new NumberTable();
  readonly #words = new NumberTable();
  #byGloss: ReadonlyMap<string, readonly number[]> | undefined;
  /** For each unit the word that was written for it first, by its number; made when it is first asked for. */
  #firstWords: Int32Array | undefined;

  constructor(shared: SharedTerms = shareTerms(), kept?: VocabularyParts) {
    this.#shared = shared;
    if (kept) this.#take(kept);
  }

  #take({ terms, words, unitsOfWords }: VocabularyParts): void {
    for (const term of terms) this.add(term);
    words.forEach((word, at) => {
      const number = this.#shared.texts.add(word);
      this.#shared.termOfWord[number] ??= this.#units.at(unitsOfWords[at] ?? 0);
      this.#words.add(number);
    });
  }

  parts(): VocabularyParts {
    const { texts, termOfWord } = this.#shared;
    const numbers = Array.from({ length: this.#words.size }, (_, at) => this.#words.at(at + 1));
    return {
      terms: this.terms(),
      words: numbers.map((number) => texts.textOf(number)),
      unitsOfWords: numbers.map((number) => this.#units.get(termOfWord[number] ?? 0)),
    };
  }

  get size(): number {
    return this.#units.size;
  }

  /** Stands for the folder, whose interviews all have the same. */
  get shared(): SharedTerms {
    return this.#shared;
  }

  /** The unit of a term, or undefined where no text holds it. */
  get(term: string): number | undefined {
    return this.#units.get(this.numberOf(term)) || undefined;
  }

  /** A term's number among those of the folder, or 0. */
  numberOf(term: string): number {
    const { texts, termOfCharacter } = this.#shared;
    const character = term.length === 1 ? (termOfCharacter[term.charCodeAt(0)] ?? 0) : 0;
    return character || (texts.get(term) ?? 0);
  }

  /** The unit of a term by its number in the folder; 0 where no text holds it. */
  unitOf(number: number): number {
    return this.#units.get(number);
  }

  /** What a unit stands for; '' for one that is none. */
  termOf(unit: number): string {
    return this.#shared.texts.textOf(this.#units.at(unit));
  }

  /** By unit, from 1. */
  terms(): readonly string[] {
    return Array.from({ length: this.size }, (_, at) => this.termOf(at + 1));
  }

  /** The unit of a term, a new one where it was never met. */
  add(term: string): number {
    return term.length === 1
      ? this.addCharacter(term.charCodeAt(0))
      : this.#units.add(this.#shared.texts.add(term));
  }

  addWord(word: string): number {
    const { texts, termOfWord } = this.#shared;
    const number = texts.add(word);
    termOfWord[number] ??= texts.add(stem(word));
    this.#words.add(number);
    return this.#units.add(termOfWord[number] ?? 0);
  }

  addCharacter(code: number): number {
    const { texts, termOfCharacter } = this.#shared;
    const known = termOfCharacter[code] || texts.add(String.fromCharCode(code));
    termOfCharacter[code] = known;
    return this.#units.add(known);
  }

  /** The first word that was written for a term. */
  wordOf(term: string): string | undefined {
    this.#firstWords ??= this.#wordsOfUnits();
    const word = this.#firstWords[this.get(term) ?? 0] ?? 0;
    return word === 0 ? undefined : this.#shared.texts.textOf(word);
  }

  #wordsOfUnits(): Int32Array {
    const first = new Int32Array(this.size + 1);
    for (let place = this.#words.size; place > 0; place -= 1) {
      const word = this.#words.at(place);
      first[this.#units.get(this.#shared.termOfWord[word] ?? 0)] = word;
    }
    return first;
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
    const { texts, termOfWord, glossesOfWord } = this.#shared;
    const byGloss = new Map<string, number[]>();
    for (let place = 1; place <= this.#words.size; place += 1) {
      const word = this.#words.at(place);
      const unit = this.#units.get(termOfWord[word] ?? 0);
      glossesOfWord[word] ??= glossStems(texts.textOf(word));
      for (const gloss of glossesOfWord[word] ?? []) {
        const units = byGloss.get(gloss);
        if (units === undefined) byGloss.set(gloss, [unit]);
        else if (!units.includes(unit)) units.push(unit);
      }
    }
    return byGloss;
  }

  /** Gives back what was kept for texts to come. */
  close(): void {
    this.#units.trim();
    this.#words.trim();
  }
}
