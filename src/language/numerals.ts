// Numerals: the numbers that a text counts with, in figures or words, Chinese or English: 四十九, 廿, 一万二, 150万, thirty-five,
// twenty-first, 1.5 million, XLIX.
import table from './numerals.json' with { type: 'json' };
import { BREAK, isIdeograph, type Token } from './tokenise.ts';

const { chinese, english } = table;
const DIGITS = chinese.digits;
const ALIKE: Readonly<Record<string, string>> = chinese.alike;
const JOINED = Object.entries(chinese.joined);
const UNITS: Readonly<Record<string, number>> = chinese.units;
const MYRIADS: Readonly<Record<string, number>> = chinese.myriads;

/** Characters that numbers are written with. */
export const HAN_NUMERALS = [DIGITS, chinese.alike, chinese.joined, chinese.units, chinese.myriads]
  .flatMap((own) => (typeof own === 'string' ? own : Object.keys(own)))
  .join('');

function digitOf(character: string): number | undefined {
  const digit = DIGITS.indexOf(ALIKE[character] ?? character);
  return digit < 0 ? undefined : digit;
}

/** The number that folded characters write; undefined where they write none. */
export function chineseNumber(text: string): number | undefined {
  const characters = Array.from(JOINED.reduce((own, [joined, whole]) => own.replaceAll(joined, whole), text));
  const digits = characters.map(digitOf);
  if (characters.length === 0) return undefined;
  return digits.every((digit) => digit !== undefined) ? Number(digits.join('')) : withUnits(characters);
}

/** 十 and 十五 count one ten; any other unit needs a number before it. A last digit right behind a unit counts tenths of it. */
function withUnits(characters: readonly string[]): number | undefined {
  let [whole, group, digit, unit] = [0, 0, 0, 1];
  for (const character of characters) {
    const [small, large, own] = [UNITS[character], MYRIADS[character], digitOf(character)];
    if (own !== undefined) {
      if (own === 0) unit = 1;
      digit = own;
    } else if (small !== undefined) {
      const count = digit || (small === UNITS['十'] ? 1 : 0);
      if (count === 0) return undefined;
      group += count * small;
      [digit, unit] = [0, small];
    } else {
      const count = group + digit || whole;
      if (large === undefined || count === 0) return undefined;
      whole = group + digit === 0 ? whole * large : whole + count * large;
      [group, digit, unit] = [0, 0, large];
    }
  }
  return whole + group + digit * Math.max(1, unit / 10);
}

const SMALL = english.small.split(' ');
const TENS = english.tens.split(' ');
const ORDINALS = english.ordinals.split(' ');
const ORDINAL_TENS = english.ordinalTens.split(' ');
const ENDINGS = english.endings.split(' ');
const SCALES: Readonly<Record<string, number>> = english.scales;
const SHORTENED: Readonly<Record<string, number>> = table.shortened;

const VALUES = new Map([
  ...SMALL.map((word, at) => [word, at] as const),
  ...ORDINALS.map((word, at) => [word, at + 1] as const),
  ...[TENS, ORDINAL_TENS].flatMap((words) => words.map((word, at) => [word, (at + 2) * 10] as const)),
]);

/** XLIX and its like, up to 89. */
export const ROMANS = new Map(
  ['', ...english.romanTens.split(' ')].flatMap((tens, ten) =>
    ['', ...english.romanOnes.split(' ')].map((ones, one) => [tens + ones, ten * 10 + one] as const),
  ),
);
for (const other of ['', ...english.romanNames.split(' ')]) ROMANS.delete(other);

/** English words that count, and those of no certain number; as patterns of folded text, like the next. */
export const COUNTING_WORDS = [SMALL.slice(2), TENS, Object.keys(SCALES), english.uncounted.split(' ')]
  .flat()
  .join('|');
export const ORDINAL_WORDS = [...ORDINALS, ...ORDINAL_TENS].join('|');

/** The characters, and the words, that count the items of a list, the first one first. */
export const HAN_ITEMS: readonly string[] = [...DIGITS.slice(1), ...Object.keys(chinese.units).slice(0, 1)];
export const ENGLISH_ITEMS: readonly string[] = ORDINALS.slice(0, HAN_ITEMS.length);

/** A number of a text: its tokens from `start` to `end` (not included). */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly isOrdinal: boolean;
}

/** Figures beyond that are rarely written in words. */
const MOST_FIGURES = 10;
/** Tokens: a longer row of numerals is no number, and would be read anew from each of them. */
const LONGEST = 16;

/** The numbers among the tokens of a folded text; "one" alone rarely counts (一点, 哪一年, one of them). */
export function numeralsIn(tokens: readonly Token[]): readonly Numeral[] {
  const found: Numeral[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const own = numeralAt(tokens, at);
    if (own === undefined) continue;
    if (own.number !== 1 || own.isOrdinal || tokens[at - 1]?.term === '第') found.push(own);
    at = own.end - 1;
  }
  return found;
}

const MOST_SOUGHT = 8;

/** The first of a question's numbers: each is looked for in every way of writing it. */
export function numeralsSought(tokens: readonly Token[]): readonly Numeral[] {
  return numeralsIn(tokens).slice(0, MOST_SOUGHT);
}

function numeralAt(tokens: readonly Token[], start: number): Numeral | undefined {
  const { term } = tokens[start] ?? { term: BREAK };
  if (/^\d/.test(term)) return ofFigures(tokens, start);
  if (!isIdeograph(term)) return ofWords(tokens, start);
  // Most characters begin no number.
  return HAN_NUMERALS.includes(term) ? ofCharacters(tokens, start) : undefined;
}

/** 1984; 150万; 1.5 million; 21st. */
function ofFigures(tokens: readonly Token[], start: number): Numeral | undefined {
  const { term = '' } = tokens[start] ?? {};
  if (!/^\d+(?:\.\d+)?$/.test(term) || term.length > MOST_FIGURES) return undefined;
  const isOrdinal = ENDINGS.includes(tokens[start + 1]?.word ?? BREAK);
  if (isOrdinal) return { start, end: start + 2, number: Number(term), isOrdinal };
  const { word, start: place } = tokens[start + 1] ?? { word: BREAK, start: 0 };
  const short = place === (tokens[start]?.start ?? 0) + term.length ? SHORTENED[word] : undefined;
  if (short !== undefined)
    return { start, end: start + 2, number: Math.round(Number(term) * short), isOrdinal };
  let [end, number] = [start + 1, Number(term)];
  for (let unit = unitOf(tokens[end]); unit !== undefined; unit = unitOf(tokens[end]))
    [end, number] = [end + 1, Math.round(number * unit)];
  return { start, end, number, isOrdinal };
}

function unitOf({ word }: Pick<Token, 'word'> = { word: BREAK }): number | undefined {
  return SCALES[word] ?? MYRIADS[word] ?? UNITS[word];
}

function ofCharacters(tokens: readonly Token[], start: number): Numeral | undefined {
  const run = tokens.slice(start, start + LONGEST).map(({ term }) => term);
  const length = run.findIndex((term) => term === BREAK || !HAN_NUMERALS.includes(term));
  const written = length === -1 ? run : run.slice(0, length);
  const number = chineseNumber(written.join(''));
  if (number === undefined) return undefined;
  const end = start + written.length;
  const figures = figuresBehindPoint(tokens, { start, end, number });
  if (figures === '') return { start, end, number, isOrdinal: false };
  const decimal = Number(`${number}.${figures}`);
  return { start, end: end + 1 + figures.length, number: decimal, isOrdinal: false };
}

const BEHIND_POINT = new RegExp(`^(?:${table.behindPoint})`);

/** 六 of 零点六 as a figure; '' where 点 may be a dot, an hour or an item: it is a point behind 零 or 百分之, and before units. */
function figuresBehindPoint(tokens: readonly Token[], { start, end, number }: Omit<Numeral, 'isOrdinal'>) {
  if (tokens[end]?.term !== '点' || !Number.isInteger(number)) return '';
  const run = tokens.slice(end + 1, end + 1 + LONGEST).map(({ term }) => digitOf(term));
  const length = run.indexOf(undefined);
  const digits = length === -1 ? run : run.slice(0, length);
  const behind = tokens.slice(end + 1 + digits.length, end + 1 + digits.length + 3);
  const isPoint =
    number === 0 ||
    tokens[start - 1]?.term === '之' ||
    BEHIND_POINT.test(behind.map(({ term }) => term).join(''));
  return isPoint ? digits.join('') : '';
}

function oneOf(...words: readonly (readonly string[])[]) {
  return ` (?:${words.flat().join('|')})`;
}

/** Below a hundred: twenty-five, seven; and how a number may end: seventh, twenty-fifth. */
const COUNT = `(?:${oneOf(TENS)}(?:${oneOf(SMALL.slice(1, 10))})?|${oneOf(SMALL)})`;
const LAST = `(?:${oneOf(TENS)}(?:${oneOf(SMALL.slice(1, 10), ORDINALS.slice(0, 9))})?|${oneOf(SMALL, ORDINALS, ORDINAL_TENS)})`;
const [LARGE, HUNDREDS] = [true, false].map((is) =>
  Object.keys(SCALES).filter((word) => (SCALES[word] ?? 0) >= 1000 === is),
);
const BELOW_THOUSAND = `(?:${COUNT}| a)?${oneOf(HUNDREDS ?? [])}(?:(?: and)?${LAST})?`;
/** Nineteen eighty-four, twenty ten. */
const YEAR = `${oneOf(SMALL.slice(10), TENS.slice(0, 1))}(?:${oneOf(TENS)}(?:${oneOf(SMALL.slice(1, 10))})?|${oneOf(SMALL.slice(10))})`;
const IN_WORDS = new RegExp(
  `^(?! and)(?:(?: and)?(?:${BELOW_THOUSAND}|${COUNT}| a)?${oneOf(LARGE ?? [])})*(?:(?: and)?(?:${YEAR}|${BELOW_THOUSAND}|${LAST}))?(?= |$)`,
);

/** Two hundred and thirty-five; a thousand; nineteen eighty-four; twenty-first. The words as typed, not their stems. */
function ofWords(tokens: readonly Token[], start: number): Numeral | undefined {
  const [{ word }, next] = [tokens[start] ?? { word: BREAK }, tokens[start + 1]?.word ?? BREAK];
  const roman = ROMANS.get(word);
  if (roman !== undefined) return { start, end: start + 1, number: roman, isOrdinal: false };
  if (!VALUES.has(word) && !(word in SCALES) && !(word === 'a' && next in SCALES)) return undefined;
  const text = tokens.slice(start, start + LONGEST).map((own) => ` ${own.word}`);
  const [written = ''] = IN_WORDS.exec(text.join('')) ?? [];
  const words = written.split(' ').slice(1);
  if (words.length === 0) return undefined;
  const isOrdinal = new RegExp(`^(?:${ORDINAL_WORDS})$`).test(words.at(-1) ?? '');
  return { start, end: start + words.length, number: sumOf(words), isOrdinal };
}

function sumOf(words: readonly string[]): number {
  let [whole, group] = [0, 0];
  for (const word of words) {
    const [value = 0, scale = 1] = [VALUES.get(word), SCALES[word]];
    if (scale >= 1000) [whole, group] = [whole + (group || 1) * scale, 0];
    else if (scale > 1) group = (group || 1) * scale;
    else group = (group >= 10 && group <= 20 && value >= 10 ? group * 100 : group) + value;
  }
  return whole + group;
}
