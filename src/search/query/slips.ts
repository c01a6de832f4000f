// Typing slips of a question: a word that nobody knows is read as the interview's word that sounds the same, looks alike, or is
// spelled nearly so; joined words are parted, and parted ones joined.
import { rememberedOf } from '../../dictionary/dictionary.ts';
import type { ReadToken } from '../../language/question-words.ts';
import { skeleton, soundsOfName } from '../../language/sounds.ts';
import { differByEdits } from '../../language/spelling.ts';
import { BREAK, glossStem, isIdeograph, stem } from '../../language/tokenise.ts';
import { type SearchIndex, sortedWords } from '../index/index.ts';
import { documentFrequency, termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { isKnownPair, type Mend, mendPair, type Spot, spelledOut } from './alike-characters.ts';
import { type Replacement, withReplaced } from './as-held.ts';
import { isSaid, type Words } from './query.ts';

export interface Mended {
  /** Undefined where nothing was mended. */
  readonly text: string | undefined;
  readonly mends: readonly Mend[];
}

/** Letters; a shorter word is too easily another word. */
const SHORTEST_WORD = 4;
/** Longer words may hold two slips. */
const TWO_SLIPS_FROM = 8;
/** Letters of a part of two words that were typed as one, or of one that was typed as two. */
const SHORTEST_PART = 3;
/** Consonants of the shortest word that is known by its sound. */
const SHORTEST_HEARD = 3;

/** Tokens, as far as a question is translated: a longer one says what it asks beside its slips, and would be looked for twice. */
const LONGEST_MENDED = 120;
/** Each is compared with the whole vocabulary; a question with more of them is no question with slips. */
const MOST_TRIED = 6;

/** A folded question with its slips mended. */
export function mendSlips(index: SearchIndex, words: Words): Mended {
  const { text: folded, tokens, notes } = words;
  const mends: Replacement[] = [];
  let end = 0;
  let tried = tokens.length > LONGEST_MENDED ? MOST_TRIED : 0;
  tokens.forEach(({ start, isAsking, isLight, term, word }, at) => {
    if (start < end || isAsking || isLight || term === BREAK || tried === MOST_TRIED) return;
    const spot = { index, tokens, notes, at, folded };
    const joined = joinedWord(spot);
    const isKnown = isIdeograph(term) ? isKnownPair(spot) : isKnownWord(index, { word, term });
    if (isKnown && joined === undefined) return;
    tried += 1;
    const mend = joined ?? (isIdeograph(term) ? mendPair(spot) : mendWord(spot));
    if (mend === undefined) return;
    mends.push({ ...mend, start });
    end = start + mend.typed.length;
  });
  return { text: mends.length === 0 ? undefined : withReplaced(folded, mends), mends };
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

/** How many slips a word of its length may hold. */
export function slipsIn(word: string): number {
  return word.length >= TWO_SLIPS_FROM ? 2 : 1;
}

/** A word that neither the interview nor the dictionary has. */
function mendWord({ index, tokens, at }: Spot): Mend | undefined {
  const { word = '', term = '' } = tokens[at] ?? {};
  const read =
    (tokens.some((own) => isIdeograph(own.term)) ? spelledOut(index, word) : undefined) ??
    nearestWord(index, word, term) ??
    likeSounding(index, word) ??
    parted(index, word);
  return read === undefined ? undefined : { typed: word, read };
}

function nearestWord(index: SearchIndex, word: string, typed: string): string | undefined {
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
  return best?.at(-1);
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

/** A word that sounds the same, but for one vowel: "mikrofone" is "microphone". */
function likeSounding(index: SearchIndex, word: string): string | undefined {
  const heard = soundsOfName(word);
  const consonants = skeleton(heard);
  if (consonants.length < SHORTEST_HEARD) return undefined;
  return soundingWords(index)
    .get(consonants)
    ?.find((known) => differByEdits(heard, soundsOfName(known), 1) <= 1);
}

/** The words of an interview by their consonants as they sound. */
const soundingWords = rememberedOf((index: SearchIndex): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  for (const forms of knownForms(index)) {
    const known = forms.at(-1) ?? '';
    const consonants = skeleton(soundsOfName(known));
    words.set(consonants, [...(words.get(consonants) ?? []), known]);
  }
  return words;
});

/** Two words of the interview that were typed as one: they stand there side by side, or both are long. */
function parted(index: SearchIndex, word: string): string | undefined {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)];
    const areLong = parts.every((part) => part.length > SHORTEST_PART && isSaid(index, [stem(part)]));
    if (areLong || isSaid(index, parts.map(stem))) return parts.join(' ');
  }
  return undefined;
}

/** A word of the interview that was typed as two. */
function joinedWord({ index, tokens, at, folded }: Spot): Mend | undefined {
  const [first, second] = tokens.slice(at, at + 2);
  if (!first || !second || ![first, second].every(({ word }) => /^\p{Script=Latin}{3,}$/u.test(word)))
    return undefined;
  const read = first.word + second.word;
  if (isSaid(index, [first.term, second.term]) || !isSaid(index, [stem(read)])) return undefined;
  return { typed: folded.slice(first.start, second.start + second.word.length), read };
}
