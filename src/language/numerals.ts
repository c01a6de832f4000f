// Numerals across scripts: "three" is 3 or 三, "XLIX" 49, "the 1980s" 20世纪80年代, "15th century" 15世纪, "March" 3月.
import { inChinese } from './chinese-numerals.ts';
import kinds from './kinds.json' with { type: 'json' };
import { stem } from './stem.ts';
import { isIdeograph, type Token } from './tokenise.ts';

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
