// Characters of a question that the interview has not got so, and what it has that is like them: a character that sounds the same or
// looks alike, two swapped, one between them; or the characters that a word in pinyin spells.
import { type Noted, remembered, rememberedOf } from '../../dictionary/dictionary.ts';
import { isCommonest, type ReadToken } from '../../language/question-words.ts';
import { ALIKE, alikeness } from '../../language/sounds.ts';
import { BREAK, glossStem, isIdeograph } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Replacement } from './as-held.ts';
import { wordBorders } from './look-up.ts';
import { isSaid } from './query.ts';

/** As it stands in the question, folded, and as it was read. */
export type Mend = Pick<Replacement, 'typed' | 'read'>;

/** A token of a question, which carries what is made of that. */
export interface Spot extends Noted {
  readonly index: SearchIndex;
  readonly tokens: readonly ReadToken[];
  readonly at: number;
  readonly folded: string;
}

/** Whether two characters may be taken for one another. */
export function areAlike({ dictionary }: SearchIndex, one: string, other: string): boolean {
  return dictionary !== undefined && alikeness(dictionary, one, other) > 0;
}

/** Whether nothing has to be mended there: the interview or the dictionary has the two side by side, or each in a longer word. */
export function isKnownPair(spot: Spot): boolean {
  const { index, tokens, at } = spot;
  const { dictionary } = index;
  const [first, second] = tokens.slice(at, at + 2);
  if (!dictionary || !first || !second || second.isAsking || second.isLight || !isIdeograph(second.term))
    return true;
  const { within, across } = wordBorders(dictionary, spot);
  const isBorder = across[at + 1] === 1;
  if (isBorder && within[at] === 1 && within[at + 1] === 1) return true;
  // 发电 is said there: 电鸡 is a part of 发电鸡, though it is a word.
  const isPart = isBorder && isSaid(index, [tokens[at - 1]?.term ?? BREAK, first.term]);
  const pair = [first.term, second.term];
  return isSaid(index, pair) || (!isPart && dictionary.has(pair.join('')));
}

/** Characters side by side in an interview: `alike` says how like the typed ones. */
interface Neighbours {
  readonly start: number;
  readonly text: string;
  readonly alike: number;
}

/** The ideographs of an interview; a space for each other token. */
const ideographsOf = rememberedOf(({ runs, ideographs, vocabulary }: SearchIndex) =>
  Array.from(runs.units, (unit) => (ideographs[unit] === 1 ? vocabulary.termOf(unit).charAt(0) : ' ')).join(
    '',
  ),
);

/** Syllables of pinyin: most English words are none. */
const IN_PINYIN =
  /^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?[aeiouv]+(?:(?:ng?|r)?(?:[zcs]h?|[bpmfdtnlgkhjqxryw])[aeiouv]+)*(?:ng?|r)?$/;

/** What stands most often where characters are read as a word in pinyin. */
export function spelledOut(index: SearchIndex, word: string): string | undefined {
  const { dictionary } = index;
  if (!dictionary || !IN_PINYIN.test(word) || dictionary.translationsOf([glossStem(word)]).length > 0)
    return undefined;
  const text = ideographsOf(index);
  const readings = remembered((character) =>
    dictionary.readingsOf(character).filter((reading) => word.includes(reading)),
  );
  const endOf = (start: number, rest: string): number => {
    if (rest === '') return start;
    const own = readings(text.charAt(start)).filter((reading) => rest.startsWith(reading));
    return Math.max(0, ...own.map((reading) => endOf(start + 1, rest.slice(reading.length))));
  };
  const read = Array.from(text, (_, start) => text.slice(start, endOf(start, word)));
  return mostFrequent(read.filter(({ length }) => length > 1));
}

/** Of equals the one that comes first. */
function mostFrequent(texts: readonly string[]): string | undefined {
  return [...timesOf(texts)].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function timesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/**
 * Two characters side by side that neither the interview nor the dictionary has so. The interview has one of them beside another
 * that is like the second, or the two swapped, or a third between them.
 */
export function mendPair(spot: Spot): Mend | undefined {
  const { dictionary } = spot.index;
  const typed = spot.tokens.slice(spot.at, spot.at + 2).map(({ term }) => term);
  const near = placesNear(spot.index, typed).map((place) => ({ ...place, ...surroundings(spot, place) }));
  const whole = near.filter((place) => place.isWhole);
  const times = timesOf(whole.map(({ text }) => text));
  const sure = whole.filter(({ text, alike, isBeside }) => {
    const isWord = (times.get(text) ?? 0) > 1 || dictionary?.has(text) === true;
    // Characters that stand in every text come together by chance.
    if ([...text].some(isCommonest)) return isBeside && isWord;
    return isBeside || (!typed.some(isCommonest) && (isWord || alike === ALIKE.same));
  });
  const beside = sure.filter(({ isBeside }) => isBeside);
  const read = mostFrequent((beside.length > 0 ? beside : sure).map(({ text }) => text));
  return read === undefined ? undefined : { typed: typed.join(''), read };
}

function placesNear(index: SearchIndex, [first = '', second = '']: readonly string[]): readonly Neighbours[] {
  const { dictionary } = index;
  const all = ideographsOf(index);
  const places: Neighbours[] = [];
  const add = (start: number, length: number, alike: number) => {
    const text = alike > 0 ? all.slice(start, start + length) : '';
    if (/^\S{2,}$/.test(text)) places.push({ start, text, alike });
  };
  // Most characters have the same few neighbours again and again.
  const likeTo = (typed: string) =>
    remembered((other) => (dictionary ? alikeness(dictionary, other, typed) : ALIKE.not));
  const [likeFirst, likeSecond] = [likeTo(first), likeTo(second)];
  for (let at = all.indexOf(first); at !== -1; at = all.indexOf(first, at + 1)) {
    add(at, 2, likeSecond(all.charAt(at + 1)));
    if (all.charAt(at - 1) === second) add(at - 1, 2, ALIKE.near);
    if (all.charAt(at + 2) === second && dictionary?.has(all.slice(at, at + 3))) add(at, 3, ALIKE.near);
  }
  for (let at = all.indexOf(second); at !== -1; at = all.indexOf(second, at + 1))
    add(at - 1, 2, likeFirst(all.charAt(at - 1)));
  return places;
}

/**
 * Whether what stands before or behind it does so in the question, too; and whether it is no part of longer words, as 好意 in
 * 不好意思 is, but for those that the question has.
 */
function surroundings({ index, tokens, at }: Spot, { start, text }: Neighbours) {
  const { dictionary } = index;
  const [before, behind] = [
    [at - 1, start - 1],
    [at + 2, start + text.length],
  ].map(([token = 0, place = 0]) => tokens[token]?.term === ideographsOf(index).charAt(place));
  const isFree = (place: number) => dictionary?.has(ideographsOf(index).slice(place, place + 2)) !== true;
  const ends = [before || isFree(start - 1), behind || isFree(start + text.length - 1)];
  const isWhole = dictionary?.has(text) === true ? ends.includes(true) : !ends.includes(false);
  return { isBeside: before === true || behind === true, isWhole };
}
