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

function termsOf(text: string) {
  return tokenise(text).map(({ term }) => term);
}

/** Whether the collection has a number written so, beside what stands before or behind it in the question. */
function isHeld(index: SearchIndex, tokens: readonly Token[], { start, end }: Numeral, way: string): boolean {
  const own = termsOf(way);
  const before = tokens[start - 1]?.term || undefined;
  const behind = tokens[end]?.term || undefined;
  return (
    (behind !== undefined && knownUnits(index, [...own, behind]) !== undefined) ||
    (before !== undefined && knownUnits(index, [before, ...own]) !== undefined)
  );
}

/** A number from which on it tells by itself what is meant; a smaller one stands in any text. */
const TELLING = 100;

/** A folded question with its numbers as the collection writes them, if it can be beside the same words. */
export function numbersAsHeld(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
): string {
  const stands = (way: string) => knownUnits(index, termsOf(way)) !== undefined;
  const replacements = numeralsIn(tokens).map((found) => {
    const start = tokens[found.start]?.start ?? 0;
    const last = tokens[found.end - 1];
    const typed = folded.slice(start, last && last.start + last.word.length);
    const ways = [typed, ...waysToWrite(found)];
    const beside = ways.find((way) => isHeld(index, tokens, found, way));
    return {
      start,
      typed,
      read: beside ?? (found.number >= TELLING ? ways.find(stands) : undefined) ?? typed,
    };
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
  const near = sortedWords
    .map((known) => ({
      known,
      edits: Math.min(
        differByEdits(typed, known, edits),
        word === typed ? Number.POSITIVE_INFINITY : differByEdits(word, known, edits),
      ),
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
  const { dictionary, vocabulary } = index;
  if (!dictionary || !second) return undefined;
  const typed = first.term + second.term;
  const units = [first, second].map(({ term }) => vocabulary.get(term) ?? NO_UNIT);
  const sounds = new Set(soundsOf(dictionary, typed));
  // Neither character stands in the interview, or nobody knows how they sound: no pair shares one of them and sounds the same.
  if (sounds.size === 0 || units.every((unit) => unit === NO_UNIT)) return undefined;
  const read = pairsBeside(index, units).find(
    (pair) => dictionary.has(pair) && soundsOf(dictionary, pair).some((sound) => sounds.has(sound)),
  );
  return read === undefined ? undefined : { typed, read };
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

/** The pairs of characters in an interview's texts that have one of two characters in its place; the most frequent first. */
function pairsBeside(
  { vocabulary, runs, ideographs }: SearchIndex,
  pair: readonly number[],
): readonly string[] {
  const [first = NO_UNIT, second = NO_UNIT] = pair;
  const counts = new Map<string, { readonly units: readonly number[]; count: number }>();
  const { units } = runs;
  for (let at = 0; at + 1 < units.length; at += 1) {
    const own = units[at] ?? NO_UNIT;
    const next = units[at + 1] ?? NO_UNIT;
    if ((own !== first && next !== second) || ideographs[own] !== 1 || ideographs[next] !== 1) continue;
    const key = `${own} ${next}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { units: [own, next], count: 1 });
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count).map((own) => own.units);
  const needed = new Set(found.flat());
  const written = new Map<number, string>();
  for (const [term, unit] of needed.size > 0 ? vocabulary.terms() : [])
    if (needed.has(unit)) written.set(unit, term);
  return found.map((units) => units.map((unit) => written.get(unit) ?? '').join(''));
}
