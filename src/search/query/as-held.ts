// A question as the collection writes it: its numbers (3轨 is read as 三轨 where the text has that, and the other way round), and
// its typing slips: a word that nobody knows is read as the interview's word that sounds the same, or is spelled nearly so.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { type Numeral, numeralsIn } from '../../language/numerals.ts';
import type { ReadToken } from '../../language/question-words.ts';
import { BREAK, glossStem, isIdeograph, type Token, tokenise } from '../../language/tokenise.ts';
import { waysToWrite } from '../../language/written-numbers.ts';
import type { SearchIndex } from '../index/index.ts';
import { documentFrequency, termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { knownUnits } from './concepts.ts';
import { differByEdits } from './look-up.ts';

/** A number with its place in the text, in UTF-16 units, and the ways in which it may be written: as typed first. */
interface Written extends Numeral {
  readonly place: number;
  readonly ways: readonly { readonly text: string; readonly terms: readonly string[] }[];
}

/** Of a question, which every interview is asked with. */
const writtenIn = new WeakMap<readonly Token[], readonly Written[]>();

function numbersWritten(folded: string, tokens: readonly Token[]): readonly Written[] {
  const known = writtenIn.get(tokens) ?? numeralsIn(tokens).map((found) => waysOf(folded, tokens, found));
  writtenIn.set(tokens, known);
  return known;
}

function waysOf(folded: string, tokens: readonly Token[], found: Numeral): Written {
  const place = tokens[found.start]?.start ?? 0;
  const last = tokens[found.end - 1];
  const typed = folded.slice(place, last && last.start + last.word.length);
  const ways = [typed, ...waysToWrite(found)];
  return {
    ...found,
    place,
    ways: ways.map((text) => ({ text, terms: tokenise(text).map(({ term }) => term) })),
  };
}

/** Whether the collection has a number written so, beside what stands before or behind it in the question. */
function isHeld(
  index: SearchIndex,
  tokens: readonly Token[],
  { start, end, terms }: Pick<Numeral, 'start' | 'end'> & { readonly terms: readonly string[] },
): boolean {
  const before = tokens[start - 1]?.term || undefined;
  const behind = tokens[end]?.term || undefined;
  return (
    (behind !== undefined && knownUnits(index, [...terms, behind]) !== undefined) ||
    (before !== undefined && knownUnits(index, [before, ...terms]) !== undefined)
  );
}

/** A number from which on it tells by itself what is meant; a smaller one stands in any text. */
const TELLING = 100;

/** A folded question with its numbers as the collection writes them, if it can be beside the same words. */
export function numbersAsHeld(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): string {
  const numbers = numbersWritten(folded, tokens);
  if (numbers.length === 0) return folded;
  const replacements = numbers.map(({ start, end, number, place, ways }) => {
    const typed = ways[0]?.text ?? '';
    const beside = ways.find(({ terms }) => isHeld(index, tokens, { start, end, terms }));
    const stands = ({ terms }: Written['ways'][number]) => knownUnits(index, terms) !== undefined;
    const read = beside ?? (number >= TELLING ? ways.find(stands) : undefined);
    return { start: place, typed, read: read?.text ?? typed };
  });
  return withReplaced(folded, replacements);
}

/** What was typed from a place on, in UTF-16 units, and what is read in its place. */
interface Replacement {
  readonly start: number;
  readonly typed: string;
  readonly read: string;
}

/** From behind, so that the places before stay where they are. */
function withReplaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight(
    (own, { start, typed, read }) => own.slice(0, start) + read + own.slice(start + typed.length),
    text,
  );
}

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
  return isIdeograph(token.term) ? isKnownPair(index, token, next) : isKnownWord(index, token);
}

function isKnownWord({ dictionary, vocabulary }: SearchIndex, { word, term }: ReadToken): boolean {
  if (word.length < SHORTEST_WORD || !/^\p{L}+$/u.test(word) || vocabulary.get(term) !== undefined)
    return true;
  const gloss = glossStem(word);
  if (!dictionary) return false;
  return dictionary.frequencyOf(gloss) > 0 || dictionary.translationsOf([gloss]).length > 0;
}

function isKnownPair(
  { dictionary, vocabulary, postings }: SearchIndex,
  first: ReadToken,
  second: ReadToken | undefined,
): boolean {
  if (!dictionary || !second || second.isAsking || !isIdeograph(second.term)) return true;
  const [one = NO_UNIT, two = NO_UNIT] = [first, second].map(({ term }) => vocabulary.get(term));
  if (dictionary.has(first.term + second.term)) return true;
  return one !== NO_UNIT && two !== NO_UNIT && termOf(postings, one, two) >= 0;
}

/** A word that neither the interview nor the dictionary has. */
function mendWord(index: SearchIndex, { word, term: typed }: ReadToken): Mend | undefined {
  const { vocabulary, sortedWords } = index;
  const edits = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  let best: string | undefined;
  let least = edits + 1;
  for (const known of sortedWords) {
    const own = Math.min(
      differByEdits(typed, known, edits),
      word === typed ? Number.POSITIVE_INFINITY : differByEdits(word, known, edits),
    );
    if (own > edits || own > least) continue;
    if (own === least && best !== undefined && rarityOf(index, known) <= rarityOf(index, best)) continue;
    best = known;
    least = own;
  }
  return best === undefined ? undefined : { typed: word, read: vocabulary.wordOf(best) ?? best };
}

function rarityOf({ vocabulary, postings }: SearchIndex, word: string): number {
  return documentFrequency(postings, termOf(postings, vocabulary.get(word) ?? NO_UNIT, NO_UNIT));
}

/** Two characters side by side that neither the interview nor the dictionary has so: another two sound the same. */
function mendPair(index: SearchIndex, first: ReadToken, second: ReadToken | undefined): Mend | undefined {
  const { dictionary, vocabulary, postings, ideographs } = index;
  if (!dictionary || !second) return undefined;
  const [one = NO_UNIT, two = NO_UNIT] = [first, second].map(({ term }) => vocabulary.get(term));
  const sounds = [first, second].map(({ term }) => soundsOf(dictionary, term));
  // Neither character stands in the interview, or nobody knows how they sound: no pair shares one of them and sounds the same.
  if (sounds.some(({ length }) => length === 0) || (one === NO_UNIT && two === NO_UNIT)) return undefined;
  const isAlike = (unit: number, at: 0 | 1) =>
    soundsOf(dictionary, vocabulary.termOf(unit)).some((sound) => sounds[at]?.includes(sound));
  const pairs: WrittenPair[] = [];
  postings.pairs.visitBeside(one, two, (own, next) => {
    if (ideographs[own] !== 1 || ideographs[next] !== 1) return;
    if (!(own === one || isAlike(own, 0)) || !(next === two || isAlike(next, 1))) return;
    const text = vocabulary.termOf(own) + vocabulary.termOf(next);
    if (dictionary.has(text)) pairs.push({ units: [own, next], text });
  });
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

const soundsIn = new WeakMap<Dictionary, Map<string, readonly string[]>>();

/** The sounds that a character may have: asked again and again of the few thousand that there are. */
function soundsOf(dictionary: Dictionary, character: string): readonly string[] {
  const known = soundsIn.get(dictionary) ?? new Map<string, readonly string[]>();
  soundsIn.set(dictionary, known);
  const kept = known.get(character);
  if (kept) return kept;
  const sounds = dictionary.readingsOf(character).map(plainSyllable);
  // What is in no dictionary may be anything that a member typed.
  if (sounds.length > 0) known.set(character, sounds);
  return sounds;
}

/** Two characters side by side in an interview. */
interface WrittenPair {
  readonly units: readonly [number, number];
  readonly text: string;
}

/** Of equals the one that comes first. */
function mostFrequent({ runs }: SearchIndex, pairs: readonly WrittenPair[]): WrittenPair | undefined {
  if (pairs.length < 2) return pairs[0];
  const countOf = ({ units: [first, second] }: WrittenPair) => {
    let count = 0;
    for (let at = runs.units.indexOf(first); at >= 0; at = runs.units.indexOf(first, at + 1))
      if (runs.units[at + 1] === second) count += 1;
    return count;
  };
  const counts = pairs.map(countOf);
  return pairs[counts.indexOf(Math.max(...counts))];
}
