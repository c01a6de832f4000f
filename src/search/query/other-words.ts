// What the collection may call an English word or phrase, by both dictionaries: its translations, the surest first.
import type { Dictionary, Translation } from '../../dictionary/dictionary.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/runs.ts';
import { knownUnits, merged } from './concepts.ts';
import { nearWords, remembering } from './look-up.ts';

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

/** Phrases that are remembered for each index. */
const REMEMBERED_PHRASES = 10_000;

/** Translations of stems that stand side by side, given with spaces between them; none without a dictionary. */
export const phraseTranslations = remembering(REMEMBERED_PHRASES, (index, phrase): readonly Alternative[] => {
  const { dictionary } = index;
  const stems = phrase.split(' ');
  return dictionary === undefined ? [] : translationsOf({ index, dictionary }, stems, stems.length);
});

function ofStem(bilingual: Bilingual, stem: string): readonly Alternative[] {
  const isCommon = bilingual.dictionary.frequencyOf(stem) > COMMON_STEM;
  return translationsOf(bilingual, [stem], isCommon ? 1 : LONGEST_GLOSS);
}

/** Translations of a word by its stem, or of the words spelled nearly the same where it has none. */
export function wordTranslations(bilingual: Bilingual, stem: string): readonly Alternative[] {
  const own = ofStem(bilingual, stem);
  if (own.length > 0) return own;
  return nearWords(bilingual.dictionary.stems, stem).flatMap((near) =>
    ofStem(bilingual, near).map(({ units, weight }) => ({ units, weight: weight * NEAR_WORD })),
  );
}

/** Whether a translation is that of the whole word, not of a longer gloss. */
export function isSure({ weight }: Alternative): boolean {
  return weight > PARTIAL_GLOSS;
}
