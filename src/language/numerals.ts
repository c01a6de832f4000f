// Numerals: numbers as Chinese writes them (四十九, 廿, 两千, 一九八四), and across scripts: "three" is 3 or 三, "XLIX" 49, "the 1980s"
// 20世纪80年代, "15th century" 15世纪, "March" 3月.
import kinds from './kinds.json' with { type: 'json' };
import { isIdeograph, stem, type Token } from './tokenise.ts';

const DIGITS = '〇一二三四五六七八九';
const NAMED_DIGITS: Readonly<Record<string, number>> = { 零: 0, 两: 2 };
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIAD = 10_000;
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: MYRIAD, 亿: MYRIAD * MYRIAD };
/** Two of ten's multiples have a character of their own. */
const JOINED: readonly (readonly [string, string])[] = [
  ['廿', '二十'],
  ['卅', '三十'],
];

/** Characters that numbers are written with. */
export const NUMERALS = `${DIGITS}零两十百千万亿廿卅`;

function digitOf(character: string): number | undefined {
  const digit = DIGITS.indexOf(character);
  return digit < 0 ? NAMED_DIGITS[character] : digit;
}

/** The number that folded characters write; undefined where they write none. */
export function chineseNumber(text: string): number | undefined {
  const characters = Array.from(JOINED.reduce((own, [joined, whole]) => own.replaceAll(joined, whole), text));
  const digits = characters.map(digitOf);
  if (characters.length === 0) return undefined;
  return digits.every((digit) => digit !== undefined) ? Number(digits.join('')) : withUnits(characters);
}

/** 十 and 十五 count one ten; any other unit needs a number before it. */
function withUnits(characters: readonly string[]): number | undefined {
  let [whole, group, digit] = [0, 0, 0];
  for (const [at, character] of characters.entries()) {
    const [small, large, own] = [SMALL_UNITS[character], LARGE_UNITS[character], digitOf(character)];
    if (own !== undefined) digit = own;
    else if (small !== undefined) {
      const count = digit || (small === 10 && at === 0 ? 1 : 0);
      if (count === 0) return undefined;
      group += count * small;
      digit = 0;
    } else {
      const count = group + digit || whole;
      if (large === undefined || count === 0) return undefined;
      whole = group + digit === 0 ? whole * large : whole + count * large;
      [group, digit] = [0, 0];
    }
  }
  return whole + group + digit;
}

/** From 0 to 9,999, in full. */
function upToMyriad(number: number): string {
  const figures = Array.from(String(number), Number);
  const written = figures.map((figure, at) =>
    figure === 0 ? '零' : (DIGITS[figure] ?? '') + (['', '十', '百', '千'][figures.length - 1 - at] ?? ''),
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function inFull(number: number): string {
  const [high, low] = [Math.floor(number / MYRIAD), number % MYRIAD];
  const gap = high > 0 && low > 0 && low < MYRIAD / 10 ? '零' : '';
  return (high > 0 ? `${upToMyriad(high)}万` : '') + gap + upToMyriad(low);
}

/** The ways in which Chinese writes a whole number, the plainest first; [] from 100 millions on. */
export function inChinese(number: number): readonly string[] {
  if (number === 0) return ['〇', '零'];
  if (number >= MYRIAD * MYRIAD) return [];
  const full = inFull(number).replace(/^一十/, '十');
  const counting = full.replace(/二(?=[百千万])|^二$/g, '两');
  const joined = JOINED.reduce((own, [one, whole]) => own.replace(new RegExp(`^${whole}(?!万)`), one), full);
  const figures = Array.from(String(number), (figure) => DIGITS[Number(figure)]).join('');
  const year = number >= 1000 && number < MYRIAD ? [figures, figures.replaceAll('〇', '零')] : [];
  return [...new Set([full, counting, joined, ...year])];
}

/** The tokens from `start` to `end` (not included), and the ways in which Chinese writes them, each as its terms. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly written: readonly Written[];
}

type Written = readonly string[];

/** Words by their stems, numbered from `first` on. */
function numbered(words: string, first: number): ReadonlyMap<string, number> {
  return new Map(words.split(/\s+/).map((word, at) => [stem(word), first + at]));
}

/** "One" is left out: it rarely counts. */
const CARDINAL_WORDS =
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);
const CARDINALS = numbered(CARDINAL_WORDS.join(' '), 2);
const ORDINALS = numbered('first second third fourth fifth sixth seventh eighth ninth tenth', 1);
const MONTH_NUMBERS = numbered(kinds.months.join(' ').toLowerCase(), 1);
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);
const CENTURY = stem('century');
/** "1980s" and "80s" come as a number and an s. */
const DECADE = /^(?:1\d|20)?\d0$/;
const YEARS_IN_CENTURY = 100;
/** Larger numbers are written in digits. */
const LARGEST_SPELLED = 99;

/** Two letters or more below ninety; those that are common names as well are left out. */
const ROMAN = /^(?!li$|xi$)(?=..)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function ofRoman(word: string): number {
  const values = Array.from(word, (letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** The number that an English word counts; undefined for "one", which rarely does. */
export function cardinalOf(term: string): number | undefined {
  return CARDINALS.get(term);
}

/** The English word for a number up to twenty. */
export function cardinalFor(number: number): string | undefined {
  return CARDINAL_WORDS[number - 2];
}

function written(number: number, { before = '', after = '' } = {}): readonly Written[] {
  const ways =
    number > 0 && number <= LARGEST_SPELLED
      ? [[String(number)], Array.from(inChinese(number)[0] ?? '')]
      : [[String(number)]];
  return ways.map((way) => [...before, ...way, ...after]);
}

function century(number: number): readonly Written[] {
  return written(number, { after: '世纪' });
}

function decade(figures: string): readonly Written[] {
  const year = Number(figures);
  const inCentury =
    year % YEARS_IN_CENTURY === 0 ? [[]] : written(year % YEARS_IN_CENTURY, { after: '年代' });
  if (year < YEARS_IN_CENTURY) return inCentury;
  const whole = century(Math.floor(year / YEARS_IN_CENTURY) + 1).flatMap((way) =>
    inCentury.map((tens) => [...way, ...tens]),
  );
  return [[figures, '年', '代'], ...whole, ...inCentury.filter((way) => way.length > 0)];
}

function ofFigures(tokens: readonly Token[], start: number): Numeral | undefined {
  const [{ term: figures = '' } = {}, next, last] = tokens.slice(start, start + 3);
  if (!/^\d+$/.test(figures) || next === undefined) return undefined;
  if (next.term === 's' && DECADE.test(figures)) return { start, end: start + 2, written: decade(figures) };
  if (!ORDINAL_ENDINGS.has(next.term)) return undefined;
  if (last?.term === CENTURY) return { start, end: start + 3, written: century(Number(figures)) };
  return { start, end: start + 2, written: written(Number(figures), { before: '第' }) };
}

function ofWord({ term, word }: Token): readonly Written[] {
  const cardinal = CARDINALS.get(term) ?? (ROMAN.test(word) ? ofRoman(word) : undefined);
  const ordinal = ORDINALS.get(term);
  const month = MONTH_NUMBERS.get(term);
  return [
    ...(cardinal === undefined ? [] : written(cardinal)),
    ...(ordinal === undefined ? [] : written(ordinal, { before: '第' })),
    ...(month === undefined ? [] : written(month, { after: '月' })),
  ];
}

/** The English numerals among the tokens of a folded text. */
export function numeralsIn(tokens: readonly Token[]): readonly Numeral[] {
  return tokens.flatMap((token, start) => {
    if (isIdeograph(token.term)) return [];
    const figures = ofFigures(tokens, start);
    if (figures !== undefined) return [figures];
    const ways = ofWord(token);
    return ways.length === 0 ? [] : [{ start, end: start + 1, written: ways }];
  });
}
