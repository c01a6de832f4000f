// Typing slips: a word of a question that nobody knows is read as the interview's word that sounds the same, or is spelled
// nearly so.

import type { Dictionary } from '../../dictionary/dictionary.ts';
import { type ReadToken, readQuestion } from '../../language/read-question.ts';
import { glossStem } from '../../language/stem.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { documentFrequency, termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { differByEdits } from './near-words.ts';

export interface Mend {
  /** As it stands in the question, folded, and as it was read. */
  readonly typed: string;
  readonly read: string;
}

export interface Mended {
  readonly text: string;
  readonly mends: readonly Mend[];
}

/** Letters; a shorter word is too easily another word. */
const SHORTEST_WORD = 4;
/** Longer words may hold two slips. */
const TWO_SLIPS_FROM = 8;

/** The folded question with its slips mended; no mends where there is nothing to mend. */
export function mendSlips(index: SearchIndex, folded: string): Mended {
  const tokens = readQuestion(folded);
  const mends: (Mend & { readonly start: number })[] = [];
  let end = 0;
  tokens.forEach((token, at) => {
    if (token.start < end || token.isAsking || token.isLight || token.term === BREAK) return;
    const next = tokens[at + 1];
    const mend = isIdeograph(token.term) ? mendPair(index, token, next) : mendWord(index, token);
    if (mend === undefined) return;
    mends.push({ ...mend, start: token.start });
    end = token.start + mend.typed.length;
  });
  const text = mends
    .toReversed()
    .reduce(
      (own, { start, typed, read }) => own.slice(0, start) + read + own.slice(start + typed.length),
      folded,
    );
  return { text, mends };
}

/** A word that neither the interview nor the dictionary has. */
function mendWord(index: SearchIndex, { word, term: typed }: ReadToken): Mend | undefined {
  const { dictionary, vocabulary, sortedWords } = index;
  if (word.length < SHORTEST_WORD || !/^\p{L}+$/u.test(word) || vocabulary.get(typed) !== undefined)
    return undefined;
  const gloss = glossStem(word);
  if (dictionary && (dictionary.frequencyOf(gloss) > 0 || dictionary.translationsOf([gloss]).length > 0))
    return undefined;
  const edits = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const near = sortedWords
    .map((known) => ({
      known,
      edits: Math.min(differByEdits(typed, known, edits), differByEdits(word, known, edits)),
    }))
    .filter((own) => own.edits <= edits)
    .toSorted((a, b) => a.edits - b.edits || rarityOf(index, b.known) - rarityOf(index, a.known));
  const term = near[0]?.known;
  return term === undefined ? undefined : { typed: word, read: vocabulary.wordOf(term) ?? term };
}

function rarityOf({ vocabulary, postings }: SearchIndex, word: string): number {
  return documentFrequency(postings, termOf(postings, vocabulary.get(word) ?? NO_UNIT, NO_UNIT));
}

/** Two characters side by side that neither the interview nor the dictionary has so: another two sound the same. */
function mendPair(index: SearchIndex, first: ReadToken, second: ReadToken | undefined): Mend | undefined {
  const { dictionary, vocabulary, postings } = index;
  if (!dictionary || !second || second.isAsking || !isIdeograph(second.term)) return undefined;
  const typed = first.term + second.term;
  const units = [first, second].map(({ term }) => vocabulary.get(term) ?? NO_UNIT);
  const isKnown =
    dictionary.has(typed) ||
    (!units.includes(NO_UNIT) && termOf(postings, units[0] ?? 0, units[1] ?? 0) >= 0);
  if (isKnown) return undefined;
  const candidates = soundsOf(dictionary, typed).flatMap((sound) => pairsBySound(index).get(sound) ?? []);
  const read = candidates.find((pair) => pair !== typed && differsInOne(pair, typed) && dictionary.has(pair));
  return read === undefined ? undefined : { typed, read };
}

function differsInOne(a: string, b: string): boolean {
  return (a[0] === b[0]) !== (a[1] === b[1]);
}

/** A syllable without what is often confused: ng and n, zh and z, l and n. */
function plainSyllable(syllable: string): string {
  return syllable
    .replace(/ng$/, 'n')
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l');
}

/** The sounds that two characters side by side may have. */
function soundsOf(dictionary: Dictionary, pair: string): readonly string[] {
  const [first = [], second = []] = Array.from(pair, (character) => [
    ...new Set(dictionary.readingsOf(character).map(plainSyllable)),
  ]);
  return first.flatMap((one) => second.map((other) => `${one} ${other}`));
}

/** The words of two characters that an interview has, by their sounds; made when a slip is first met. */
const remembered = new WeakMap<SearchIndex, ReadonlyMap<string, readonly string[]>>();

function pairsBySound(index: SearchIndex): ReadonlyMap<string, readonly string[]> {
  const known = remembered.get(index);
  if (known) return known;
  const { dictionary, vocabulary, runs, ideographs } = index;
  const characters = new Map([...vocabulary.terms()].map(([term, unit]) => [unit, term]));
  const pairs = new Map<string, number>();
  runs.units.forEach((unit, at) => {
    const next = runs.units[at + 1] ?? NO_UNIT;
    if (ideographs[unit] !== 1 || ideographs[next] !== 1) return;
    const pair = (characters.get(unit) ?? '') + (characters.get(next) ?? '');
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  const bySound = new Map<string, string[]>();
  for (const [pair] of [...pairs].sort((a, b) => b[1] - a[1])) {
    for (const sound of dictionary ? soundsOf(dictionary, pair) : []) {
      const there = bySound.get(sound);
      if (there) there.push(pair);
      else bySound.set(sound, [pair]);
    }
  }
  remembered.set(index, bySound);
  return bySound;
}
