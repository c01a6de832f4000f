// Typing slips of a question: a word that nobody knows is read as the interview's word that sounds the same, or is spelled
// nearly so.
import { type Dictionary, remembered, rememberedOf } from '../../dictionary/dictionary.ts';
import type { ReadToken } from '../../language/question-words.ts';
import { differByEdits } from '../../language/spelling.ts';
import { BREAK, glossStem, isIdeograph } from '../../language/tokenise.ts';
import { type SearchIndex, sortedWords } from '../index/index.ts';
import { documentFrequency, firstOf, termOf } from '../index/postings.ts';
import { NO_UNIT, type Runs } from '../index/runs.ts';
import { type Replacement, withReplaced } from './as-held.ts';
import { wordBorders } from './look-up.ts';

/** As it stands in the question, folded, and as it was read. */
export type Mend = Pick<Replacement, 'typed' | 'read'>;

export interface Mended {
  /** Undefined where nothing was mended. */
  readonly text: string | undefined;
  readonly mends: readonly Mend[];
}

/** Letters; a shorter word is too easily another word. */
const SHORTEST_WORD = 4;
/** Longer words may hold two slips. */
const TWO_SLIPS_FROM = 8;

/** Tokens: as far as a question is translated. */
const LONGEST_MENDED = 120;
/** Each is compared with the whole vocabulary; a question with more of them is no question with slips. */
const MOST_TRIED = 4;

/** A folded question with its slips mended. */
export function mendSlips(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly ReadToken[] },
): Mended {
  const mends: Replacement[] = [];
  let end = 0;
  let tried = 0;
  tokens.slice(0, LONGEST_MENDED).forEach((token, at) => {
    if (token.start < end || token.isAsking || token.isLight || token.term === BREAK) return;
    if (tried === MOST_TRIED || isKnownAt(index, tokens, at)) return;
    tried += 1;
    const next = tokens[at + 1];
    const mend = isIdeograph(token.term) ? mendPair(index, token, next) : mendWord(index, token);
    if (mend === undefined) return;
    mends.push({ ...mend, start: token.start });
    end = token.start + mend.typed.length;
  });
  return { text: mends.length === 0 ? undefined : withReplaced(folded, mends), mends };
}

/** Whether nothing has to be mended there: the interview or the dictionary has it, or it is too short to tell. */
function isKnownAt(index: SearchIndex, tokens: readonly ReadToken[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return true;
  if (!isIdeograph(token.term)) return isKnownWord(index, token);
  return isKnownPair(index, token, next) || partsWord(index, tokens, at + 1);
}

/** Whether a longer word of the dictionary ends or begins there: what lies across it is a part of a word. */
function partsWord({ dictionary }: SearchIndex, tokens: readonly ReadToken[], at: number): boolean {
  const { within, across } = wordBorders(dictionary, tokens);
  return across[at] === 1 && (within[at - 1] === 1 || within[at] === 1);
}

/** Whether it is too short to tell, or the interview or the dictionary has it. */
export function isKnownWord(index: SearchIndex, token: Pick<ReadToken, 'word' | 'term'>): boolean {
  const { dictionary } = index;
  const { word } = token;
  if (!/^\p{L}+$/u.test(word) || isWordOf(index, token)) return true;
  const gloss = glossStem(word);
  if (!dictionary) return false;
  return dictionary.frequencyOf(gloss) > 0 || dictionary.translationsOf([gloss]).length > 0;
}

/** Whether it is too short to tell, or a word of the interview. */
export function isWordOf(
  { vocabulary }: SearchIndex,
  { word, term }: Pick<ReadToken, 'word' | 'term'>,
): boolean {
  return word.length < SHORTEST_WORD || vocabulary.get(term) !== undefined;
}

/** Whether two characters may sound the same. */
export function soundAlike({ dictionary }: SearchIndex, one: string, other: string): boolean {
  if (!dictionary) return false;
  const sounds = soundsIn(dictionary)(other);
  return soundsIn(dictionary)(one).some((sound) => sounds.includes(sound));
}

function isKnownPair(
  { dictionary, vocabulary, postings }: SearchIndex,
  first: ReadToken,
  second: ReadToken | undefined,
): boolean {
  if (!dictionary || !second || second.isAsking || second.isLight || !isIdeograph(second.term)) return true;
  const [one = NO_UNIT, two = NO_UNIT] = [first, second].map(({ term }) => vocabulary.get(term));
  if (dictionary.has(first.term + second.term)) return true;
  return one !== NO_UNIT && two !== NO_UNIT && termOf(postings, one, two) >= 0;
}

/** How many slips a word of its length may hold. */
export function slipsIn(word: string): number {
  return word.length >= TWO_SLIPS_FROM ? 2 : 1;
}

/** A word that neither the interview nor the dictionary has. */
function mendWord(index: SearchIndex, { word, term: typed }: ReadToken): Mend | undefined {
  const edits = slipsIn(word);
  const forms = formsOf(word, typed);
  let best: readonly string[] | undefined;
  let least = edits + 1;
  for (const known of knownForms(index)) {
    const own = leastEdits(forms, known, edits);
    if (own > edits || own > least) continue;
    if (own === least && best !== undefined && rarityOf(index, known) <= rarityOf(index, best)) continue;
    best = known;
    least = own;
  }
  const read = best?.at(-1);
  return read === undefined ? undefined : { typed: word, read };
}

/** The forms of an interview's words: each slip is compared with all of them. */
const knownForms = rememberedOf((index: SearchIndex) =>
  sortedWords(index).map((term) => formsOf(index.vocabulary.wordOf(term), term)),
);

function leastEdits(forms: readonly string[], others: readonly string[], most: number): number {
  let least = most + 1;
  for (const form of forms)
    for (const other of others) least = Math.min(least, differByEdits(form, other, most));
  return least;
}

/** A word as it stands, and its stem: "taught" is nearer to "tought" than "teach" is. */
function formsOf(word: string | undefined, term: string): readonly string[] {
  return word === undefined || word === term ? [term] : [term, word];
}

function rarityOf({ vocabulary, postings }: SearchIndex, [term = '']: readonly string[]): number {
  return documentFrequency(postings, termOf(postings, vocabulary.get(term) ?? NO_UNIT, NO_UNIT));
}

/** Two characters side by side that neither the interview nor the dictionary has so: another two sound the same. */
function mendPair(index: SearchIndex, first: ReadToken, second: ReadToken | undefined): Mend | undefined {
  const { dictionary, vocabulary, postings, ideographs } = index;
  if (!dictionary || !second) return undefined;
  const [one = NO_UNIT, two = NO_UNIT] = [first, second].map(({ term }) => vocabulary.get(term));
  const sounds = [first, second].map(({ term }) => soundsIn(dictionary)(term));
  // Neither character stands in the interview, or nobody knows how they sound: no pair shares one of them and sounds the same.
  if (sounds.some(({ length }) => length === 0) || (one === NO_UNIT && two === NO_UNIT)) return undefined;
  const isAlike = (unit: number, at: 0 | 1) =>
    soundsIn(dictionary)(vocabulary.termOf(unit)).some((sound) => sounds[at]?.includes(sound));
  const pairs: WrittenPair[] = [];
  const add = (own: number, next: number) => {
    const text = vocabulary.termOf(own) + vocabulary.termOf(next);
    const pair = { units: [own, next], text } as const;
    if (dictionary.has(text) ? !isWithinWords(index, pair.units) : isRepeated(index, pair)) pairs.push(pair);
  };
  const { starts, seconds } = postings.pairs;
  for (let pair = starts[one] ?? 0; pair < (starts[one + 1] ?? 0); pair += 1) {
    const next = seconds[pair] ?? NO_UNIT;
    if (one !== NO_UNIT && ideographs[next] === 1 && isAlike(next, 1)) add(one, next);
  }
  for (let pair = seconds.indexOf(two); two !== NO_UNIT && pair >= 0; pair = seconds.indexOf(two, pair + 1)) {
    const own = firstOf(postings.pairs, pair);
    if (ideographs[own] === 1 && isAlike(own, 0)) add(own, two);
  }
  const read = mostFrequent(index, pairs)?.text;
  return read === undefined ? undefined : { typed: first.term + second.term, read };
}

/** A syllable without what is often confused: ng and n, zh and z, l and n. */
function plainSyllable(syllable: string): string {
  return syllable
    .replace(/ng$/, 'n')
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l');
}

/** The sounds that a character may have: asked again and again of the few thousand that there are. */
const soundsIn = rememberedOf((dictionary: Dictionary) =>
  remembered((character) => dictionary.readingsOf(character).map(plainSyllable)),
);

/** Two characters side by side in an interview. */
interface WrittenPair {
  readonly units: readonly [number, number];
  readonly text: string;
}

/** Where a pair stands in the runs, from the first place on. */
function* placesOf({ units }: Runs, [first, second]: WrittenPair['units']): Generator<number> {
  for (let at = units.indexOf(first); at >= 0; at = units.indexOf(first, at + 1))
    if (units[at + 1] === second) yield at;
}

/** Whether two characters stand only in the midst of longer words, as 好意 in 不好意思. */
function isWithinWords({ runs, vocabulary, dictionary }: SearchIndex, pair: WrittenPair['units']): boolean {
  for (const at of placesOf(runs, pair)) {
    const around = runs.units.subarray(Math.max(0, at - 1), at + 3);
    const text = Array.from(around, (unit) => vocabulary.termOf(unit)).join('');
    if (dictionary?.has(text) !== true) return false;
  }
  return true;
}

/** Two characters that stand side by side more than once may be a name, or a word that is new. */
function isRepeated({ runs }: SearchIndex, { units }: WrittenPair): boolean {
  const [, again] = placesOf(runs, units);
  return again !== undefined;
}

/** Of equals the one that comes first. */
function mostFrequent({ runs }: SearchIndex, pairs: readonly WrittenPair[]): WrittenPair | undefined {
  if (pairs.length < 2) return pairs[0];
  const all = pairs.map((pair) => ({ pair, places: [...placesOf(runs, pair.units)] }));
  const [most] = all.sort(
    (a, b) => b.places.length - a.places.length || (a.places[0] ?? 0) - (b.places[0] ?? 0),
  );
  return most?.pair;
}
