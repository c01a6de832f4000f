// Terms as numbers: the terms and words of all interviews of a folder are kept once, and each interview numbers those that it
// holds as units, in the order in which they come.
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
  readonly terms: Numbering;
  /** As they are written, folded. */
  readonly words: Numbering;
  /** By the number of a word its term's. */
  readonly termOfWord: number[];
  /** By the number of a word the stems by which the dictionary may know it, once they were asked for. */
  readonly glossesOfWord: (readonly string[] | undefined)[];
  /** The terms that are single code units, by their code: what most Chinese text needs; 0 for one that was never met. */
  readonly termOfCharacter: Int32Array;
}

export function shareTerms(): SharedTerms {
  return {
    terms: new Numbering(),
    words: new Numbering(),
    termOfWord: [0],
    glossesOfWord: [],
    termOfCharacter: new Int32Array(CODE_UNITS),
  };
}

const FIRST_CAPACITY = 256;
/** Slots to a number at least, so that a search for an absent one ends soon. */
const ROOM = 2;
/** An odd multiplier that spreads neighbouring numbers over the table (the golden ratio). */
const SPREAD = 0x9e3779b1;

/** Some of many numbers, each with its place from 1 in the order in which they came; in typed arrays. */
class NumberTable {
  #numbers = new Int32Array(FIRST_CAPACITY);
  /** The place of the number in each slot; 0 where the slot is free. */
  #slots: Int32Array | Uint16Array = new Int32Array(FIRST_CAPACITY * ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  at(place: number): number {
    return this.#numbers[place - 1] ?? 0;
  }

  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(number, SPREAD);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0 || this.#numbers[place - 1] === number) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** The number's place, or 0. */
  get(number: number): number {
    return this.#slots[this.#slotOf(number)] ?? 0;
  }

  add(number: number): number {
    const slot = this.#slotOf(number);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known;
    if (this.#size === this.#numbers.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size] = number;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size * ROOM > this.#slots.length) this.#rehash();
    return this.#size;
  }

  /** Gives back what was kept for numbers to come. */
  trim(): void {
    this.#numbers = this.#numbers.slice(0, this.#size);
    if (this.#size < CODE_UNITS) this.#slots = Uint16Array.from(this.#slots);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let place = 1; place <= this.#size; place += 1) this.#slots[this.#slotOf(this.at(place))] = place;
  }
}

const NO_UNITS: readonly number[] = [];

/** Numbers the terms of one collection as they come, from 1. */
export class Vocabulary {
  readonly #shared: SharedTerms;
  readonly #units = new NumberTable();
  readonly #words = new NumberTable();
  #byGloss: ReadonlyMap<string, readonly number[]> | undefined;
  /** For each unit the word that was written for it first, by its number; made when it is first asked for. */
  #firstWords: Int32Array | undefined;

  constructor(shared: SharedTerms = shareTerms()) {
    this.#shared = shared;
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
    const { terms, termOfCharacter } = this.#shared;
    const character = term.length === 1 ? (termOfCharacter[term.charCodeAt(0)] ?? 0) : 0;
    return character || (terms.get(term) ?? 0);
  }

  /** The unit of a term by that number, or 0. */
  unitOf(number: number): number {
    return this.#units.get(number);
  }

  /** What a unit stands for; '' for one that is none. */
  termOf(unit: number): string {
    return this.#shared.terms.textOf(this.#units.at(unit));
  }

  /** By unit, from 1. */
  terms(): readonly string[] {
    return Array.from({ length: this.size }, (_, at) => this.termOf(at + 1));
  }

  /** The unit of a term, a new one where it was never met. */
  add(term: string): number {
    return this.#units.add(this.#shared.terms.add(term));
  }

  addWord(word: string): number {
    const { terms, words, termOfWord } = this.#shared;
    const number = words.add(word);
    termOfWord[number] ??= terms.add(stem(word));
    this.#words.add(number);
    return this.#units.add(termOfWord[number] ?? 0);
  }

  addCharacter(code: number): number {
    const { terms, termOfCharacter } = this.#shared;
    const known = termOfCharacter[code] || terms.add(String.fromCharCode(code));
    termOfCharacter[code] = known;
    return this.#units.add(known);
  }

  /** The first word that was written for a term. */
  wordOf(term: string): string | undefined {
    this.#firstWords ??= this.#wordsOfUnits();
    const word = this.#firstWords[this.get(term) ?? 0] ?? 0;
    return word === 0 ? undefined : this.#shared.words.textOf(word);
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
    const { words, termOfWord, glossesOfWord } = this.#shared;
    const byGloss = new Map<string, number[]>();
    for (let place = 1; place <= this.#words.size; place += 1) {
      const word = this.#words.at(place);
      const unit = this.#units.get(termOfWord[word] ?? 0);
      glossesOfWord[word] ??= glossStems(words.textOf(word));
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
