// Typing slips: a word of a question that nobody knows is read as the interview's word that sounds the same, or is spelled
// nearly so.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import type { ReadToken } from '../../language/read-question.ts';
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
  /** Undefined where nothing was mended. */
  readonly text: string | undefined;
  readonly mends: readonly Mend[];
}

/** Letters; a shorter word is too easily another word. */
const SHORTEST_WORD = 4;
/** Longer words may hold two slips. */
const TWO_SLIPS_FROM = 8;

/** A folded question with its slips mended. */
export function mendSlips(
  index: SearchIndex,
  { text: folded, tokens }: { readonly text: string; readonly tokens: readonly ReadToken[] },
): Mended {
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
  if (mends.length === 0) return { text: undefined, mends };
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
  const sounds = new Set(soundsOf(dictionary, typed));
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
