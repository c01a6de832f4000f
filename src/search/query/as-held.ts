// A question as the collection writes it: its numbers (3轨 is read as 三轨 where the text has that, and the other way round), its verbs, and
// what it may call an English word or phrase, by both dictionaries: its translations, the surest first.
import { type Dictionary, notedOf, type Translation } from '../../dictionary/dictionary.ts';
import { type Numeral, numeralsSought } from '../../language/numerals.ts';
import { differByEdits } from '../../language/spelling.ts';
import { BREAK, otherFormOf, stem, type Token, tokenise } from '../../language/tokenise.ts';
import {
  ownFirst,
  percentageAt,
  sharesAndDates,
  waysToWrite,
  waysToWritePercent,
} from '../../language/written-numbers.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/runs.ts';
import { knownUnits, merged } from './concepts.ts';
import { remembering } from './look-up.ts';
import type { Words } from './query.ts';

/** A number with its place in the text, in UTF-16 units, and the ways in which it may be written: as typed first. */
interface Written extends Numeral {
  readonly place: number;
  /** Whether it is read whatever stands beside it: a share, a date, a king. */
  readonly isAlone: boolean;
  readonly ways: readonly { readonly text: string; readonly terms: readonly string[] }[];
}

/** Of a question, which every interview is asked with. */
const numbersWritten = notedOf(({ text, tokens }: Words): readonly Written[] => {
  const same = sharesAndDates(text).map(({ typed, place, ways }) => ({
    ...{ start: 0, end: 0, number: 0, isOrdinal: false, isAlone: true },
    ...{ place, ways: [typed, ...ways] },
  }));
  const isApart = ({ place }: { readonly place: number }) =>
    same.every(({ place: own, ways: [typed = ''] }) => place < own || place >= own + typed.length);
  const others = numeralsSought(tokens).map((found) => waysOf(text, tokens, found));
  return [...same, ...others.filter(isApart)].map(({ ways: [typed = '', ...ways], ...found }) => {
    const all = [typed, ...ownFirst(ways, text)].map((way) => ({ text: way, terms: termsOf(way) }));
    return { ...found, ways: all };
  });
});

function waysOf(folded: string, tokens: readonly Token[], found: Numeral) {
  const percentage = percentageAt(folded, tokens, found);
  const place = percentage?.place ?? tokens[found.start]?.start ?? 0;
  const last = tokens[found.end - 1];
  const typed = percentage?.typed ?? folded.slice(place, last && last.start + last.word.length);
  const ways = [typed, ...(percentage ? waysToWritePercent(percentage.number) : waysToWrite(found))];
  return { ...found, place, ways, isAlone: percentage !== undefined };
}

function termsOf(text: string): readonly string[] {
  return tokenise(text).flatMap(({ term }) => (term === BREAK ? [] : [term]));
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

/** From there on a number tells by itself what is meant; from less on an age, which may stand without its years: "who was ninety-four". */
const [TELLING, TELLING_AGE] = [100, 13];

/** A folded question with its numbers as the collection writes them, if it can be beside the same words; so with its verbs. */
export function asHeld(index: SearchIndex, words: Words): string {
  const { text: folded, tokens } = words;
  const numbers = numbersWritten(words).map((written) => {
    const typed = written.ways[0]?.text ?? '';
    return { start: written.place, typed, read: wayHeld(index, tokens, written) ?? typed };
  });
  const forms = formsHeld(index, tokens);
  return withReplaced(
    folded,
    [...numbers, ...forms].toSorted((a, b) => a.start - b.start),
  );
}

function wayHeld(
  index: SearchIndex,
  tokens: readonly Token[],
  { start, end, number, ways, isAlone }: Written,
): string | undefined {
  const stands = ({ terms }: Written['ways'][number]) => knownUnits(index, terms) !== undefined;
  if (isAlone) return (ways.find((way) => !way.text.endsWith('%') && stands(way)) ?? ways.find(stands))?.text;
  const beside = ways.find(({ terms }) => isHeld(index, tokens, { start, end, terms }));
  const telling = isAge(tokens, end) ? TELLING_AGE : TELLING;
  return (beside ?? (number >= telling ? ways.find(stands) : undefined))?.text;
}

const [YEAR, OLD] = [stem('year'), stem('old')];

/** Whether "-year-old", "years old" or 岁 stands behind a number that ends there. */
function isAge(tokens: readonly Token[], end: number): boolean {
  return tokens[end]?.term === '岁' || (tokens[end]?.term === YEAR && tokens[end + 1]?.term === OLD);
}

/** "Wound" is read as "wind" where the collection has only that, and so on. */
function formsHeld(index: SearchIndex, tokens: readonly Token[]): readonly Replacement[] {
  return tokens.flatMap(({ term, word, start }) => {
    const read = otherFormOf(word);
    if (read === undefined || knownUnits(index, [term]) || !knownUnits(index, [stem(read)])) return [];
    return [{ start, typed: word, read }];
  });
}

/** What was typed from a place on, in UTF-16 units, and what is read in its place. */
export interface Replacement {
  readonly start: number;
  readonly typed: string;
  readonly read: string;
}

/** From behind, so that the places before stay where they are. */
export function withReplaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight(
    (own, { start, typed, read }) => own.slice(0, start) + read + own.slice(start + typed.length),
    text,
  );
}

/** Most words taken from the Chinese dictionary by one gloss. */
const MOST_GLOSSED = 40;
/** How sure a translation is: each further one less, and a gloss less where it says more than was asked. */
const RANK_DECAY = 0.15;
const PARTIAL_GLOSS = 0.5;
/** A gloss says what a Chinese word may mean, not which word is usual: less, where the phrase book says that. */
const GLOSS_BESIDE_BOOK = 0.6;
/** Longest gloss, in stems, that may stand for one of its words; none for a word that very many glosses hold. */
const LONGEST_GLOSS = 4;
const COMMON_STEM = 600;
/** How sure the part of a translation is, times its share of the characters; and what is too short to have parts. */
const PART = 0.6;
const SHORTEST_PART = 2;
/** How sure a translation of a word spelled nearly the same is. */
const NEAR_WORD = 0.6;

/** How sure the meaning of a rank is beside the first, 0..1. */
export function surenessAt(rank: number): number {
  return 1 / (1 + RANK_DECAY * rank);
}

interface Bilingual {
  readonly index: SearchIndex;
  readonly dictionary: Dictionary;
}

/** The longest beginning or end of a word that the collection holds: 哈佛 of 哈佛学院. Two characters must be a word. */
function partOf(
  { index, dictionary }: Bilingual,
  characters: readonly string[],
): readonly number[] | undefined {
  for (let length = characters.length - 1; length >= SHORTEST_PART; length -= 1) {
    for (const part of [characters.slice(0, length), characters.slice(-length)]) {
      if (length === SHORTEST_PART && !dictionary.has(part.join(''))) continue;
      const units = knownUnits(index, part);
      if (units !== undefined) return units;
    }
  }
  return undefined;
}

function byBook(bilingual: Bilingual, stems: readonly string[]): readonly Alternative[] {
  return bilingual.dictionary.translationsOf(stems).flatMap((word, rank) => {
    const characters = Array.from(word);
    const sureness = surenessAt(rank);
    const whole = knownUnits(bilingual.index, characters);
    if (whole !== undefined) return [{ units: whole, weight: sureness }];
    const part = partOf(bilingual, characters);
    return part === undefined
      ? []
      : [{ units: part, weight: (sureness * PART * part.length) / characters.length }];
  });
}

function surenessOf(asked: number, { rank, stems }: Translation): number {
  const partial = stems > asked ? PARTIAL_GLOSS * (asked / stems) : 1;
  return partial / (1 + RANK_DECAY * rank);
}

function byGloss(
  { index, dictionary }: Bilingual,
  stems: readonly string[],
  most: number,
): readonly Alternative[] {
  const best = new Map<string, { readonly units: readonly number[]; readonly weight: number }>();
  for (const translation of dictionary.translate(stems, most)) {
    const weight = surenessOf(stems.length, translation);
    const known = best.get(translation.word);
    if (weight <= (known?.weight ?? 0)) continue;
    const units = known?.units ?? knownUnits(index, Array.from(translation.word));
    if (units !== undefined) best.set(translation.word, { units, weight });
  }
  return surestFirst([...best.values()]).slice(0, MOST_GLOSSED);
}

function surestFirst(alternatives: readonly Alternative[]): readonly Alternative[] {
  return alternatives.toSorted((a, b) => b.weight - a.weight);
}

/** Translations of stems that stand side by side; of the glosses, those of at most so many stems. */
function translationsOf(
  bilingual: Bilingual,
  stems: readonly string[],
  most: number,
): readonly Alternative[] {
  const booked = byBook(bilingual, stems);
  const factor = booked.length > 0 ? GLOSS_BESIDE_BOOK : 1;
  const glossed = byGloss(bilingual, stems, most).map(({ units, weight }) => ({
    units,
    weight: weight * factor,
  }));
  return surestFirst(merged([booked, glossed]));
}

/** Translations of stems that stand side by side, given with spaces between them; none without a dictionary. */
export const phraseTranslations = remembering((index, phrase): readonly Alternative[] => {
  const { dictionary } = index;
  const stems = phrase.split(' ');
  return dictionary === undefined ? [] : translationsOf({ index, dictionary }, stems, stems.length);
});

function ofStem(bilingual: Bilingual, stem: string): readonly Alternative[] {
  const isCommon = bilingual.dictionary.frequencyOf(stem) > COMMON_STEM;
  return translationsOf(bilingual, [stem], isCommon ? 1 : LONGEST_GLOSS);
}

/** Translations of a word by its stem, or, where it has none, of those that one slip in four letters, two at most, makes of it. */
export function wordTranslations(bilingual: Bilingual, stem: string): readonly Alternative[] {
  const own = ofStem(bilingual, stem);
  const slips = Math.min(2, Math.floor((stem.length - 1) / 4));
  if (own.length > 0 || slips === 0) return own;
  return bilingual.dictionary.stemsFrom(stem.slice(0, 2)).flatMap((near) => {
    const isNear = differByEdits(near, stem, slips) <= slips;
    return isNear ? ofStem(bilingual, near).map((own) => ({ ...own, weight: own.weight * NEAR_WORD })) : [];
  });
}

/** Whether a translation is that of the whole word, not of a longer gloss. */
export function isSure({ weight }: Alternative): boolean {
  return weight > PARTIAL_GLOSS;
}
