// The ways in which Chinese and English write a number (250 is 二百五十, 两百五 and two hundred and fifty), a share, a month, a decade, a
// century: the 1980s are 20世纪80年代.
import table from './numerals.json' with { type: 'json' };
import { chineseNumber, HAN_NUMERALS, type Numeral, numeralsSought, ROMANS } from './numerals.ts';
import { type Token, tokenise } from './tokenise.ts';

const { chinese, english } = table;
const DIGITS = chinese.digits;
const JOINED = Object.entries(chinese.joined).map(
  ([one, whole]) => [one, new RegExp(`^${whole}(?!万)`)] as const,
);
const ROMAN_OF = new Map(
  [...ROMANS].map(([roman, number]) => [number, roman]).toReversed() as [number, string][],
);
const [MYRIAD, SQUARE] = [chinese.myriads.万, chinese.myriads.亿];
const [SMALL = [], TENS = [], ORDINALS = [], ORDINAL_TENS = [], ENDINGS = []] = [
  english.small,
  english.tens,
  english.ordinals,
  english.ordinalTens,
  english.endings,
].map((words) => words.split(' '));

/** From 0 to 9,999, in full. */
function upToMyriad(number: number): string {
  const figures = Array.from(String(number), Number);
  const names = ['', ...Object.keys(chinese.units)];
  const written = figures.map((figure, at) =>
    figure === 0 ? '零' : (DIGITS[figure] ?? '') + (names[figures.length - 1 - at] ?? ''),
  );
  return written.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function inFull(number: number): string {
  const [high, low] = [Math.floor(number / MYRIAD), number % MYRIAD];
  const gap = high > 0 && low > 0 && low < MYRIAD / 10 ? '零' : '';
  return (high > 0 ? `${upToMyriad(high)}万` : '') + gap + upToMyriad(low);
}

/** The ways in which Chinese characters write a whole number, the plainest first; [] from 100 millions on. */
export function inChinese(number: number): readonly string[] {
  if (number === 0) return ['〇', '零'];
  if (number >= SQUARE || !Number.isInteger(number)) return [];
  const full = inFull(number).replace(/^一十/, '十');
  const counting = full.replace(/二(?=[百千万])|^二$/g, '两');
  const short = [full, counting].map((way) => way.replace(/(?<=[百千万][一二三四五六七八九])[十百千]$/, ''));
  const joined = JOINED.reduce((own, [one, whole]) => own.replace(whole, one), full);
  const figures = Array.from(String(number), (figure) => DIGITS[Number(figure)]).join('');
  const year = number >= 1000 && number < MYRIAD ? [figures, figures.replaceAll('〇', '零')] : [];
  return [...new Set([full, counting, ...short, joined, ...year])].filter(
    (way) => chineseNumber(way) === number,
  );
}

/** 0.6 as 零点六 and zero point six; none for a whole number, or one that is written with an exponent. */
function decimalInWords(number: number): readonly string[] {
  const [, whole = '', figures = ''] = /^(\d{1,8})\.(\d+)$/.exec(String(number)) ?? [];
  if (figures === '') return [];
  const digits = Array.from(figures, Number);
  const characters = digits.map((digit) => (digit === 0 ? '零' : DIGITS[digit])).join('');
  const words = digits.map((digit) => SMALL[digit]).join(' ');
  return [
    ...inChinese(Number(whole)).map((way) => `${way}点${characters}`),
    `${inEnglish(Number(whole))} point ${words}`,
  ];
}

/** A whole number below a billion. */
function inEnglish(number: number): string {
  if (number < SMALL.length) return SMALL[number] ?? '';
  if (number < 100) return `${TENS[Math.floor(number / 10) - 2]} ${SMALL[number % 10]}`.replace(/ zero$/, '');
  const [scale, size] = ROUND_SCALES.find(([, own]) => own <= number) ?? ['', 1];
  const rest = number % size;
  return `${inEnglish(Math.floor(number / size))} ${scale}${rest > 0 ? ` ${inEnglish(rest)}` : ''}`;
}

const ROUND_SCALES = Object.entries(english.scales).filter(([, size]) => size % 100 === 0);
/** A hundred and five, but a hundred million. */
const BEFORE_REST = new RegExp(`hundred (?!${ROUND_SCALES.map(([word]) => word).join('|')})(?=\\S)`);
/** Figures behind the point, as people shorten numbers: 1.25 million. */
const SHORTENED = 100;

const SHORT_UNITS = [
  ...Object.entries(chinese.myriads),
  ...ROUND_SCALES.filter(([, size]) => size >= 1000).map(([word, size]) => [` ${word}`, size] as const),
];

/** 150万, 1.5 million. */
function shortened(number: number): readonly string[] {
  return SHORT_UNITS.flatMap(([unit, size]) =>
    number >= size && Number.isInteger((number / size) * SHORTENED) ? [`${number / size}${unit}`] : [],
  );
}

/** The ways in which both languages write a number, in figures first. */
export function waysToWrite({ number, isOrdinal }: Pick<Numeral, 'number' | 'isOrdinal'>): readonly string[] {
  const words = number < 1e9 && Number.isInteger(number) ? inEnglish(number) : '';
  if (isOrdinal) return [`${number}${endingOf(number)}`, ordinalOf(words)].filter((way) => way !== '');
  const others = [
    ...decimalInWords(number),
    words,
    words.replace(/^one (?=\S)/, 'a '),
    words.replace(BEFORE_REST, '$&and '),
    ROMAN_OF.get(number) ?? '',
  ];
  return [...new Set([String(number), ...inChinese(number), ...shortened(number), ...others])].filter(
    (way) => way !== '',
  );
}

/** The ways in which both languages write a percentage: 91 percent, ninety-one per cent, 百分之九十一, 八成, 91%. */
export function waysToWritePercent(number: number): readonly string[] {
  const plain = waysToWrite({ number, isOrdinal: false });
  const english = plain.filter((way) => /^[\da-z]/.test(way));
  const chineseWays = plain.filter((way) => !/[a-z]/.test(way));
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const isInTenths = Number.isInteger(number) && tens >= 1 && tens <= 9;
  const tenths = isInTenths ? [`${DIGITS[tens]}成${ones === 0 ? '' : DIGITS[ones]}`] : [];
  return [
    ...(SHARES[number]?.split('|') ?? []),
    ...english.flatMap((way) => [`${way} percent`, `${way} per cent`]),
    ...chineseWays.map((way) => `百分之${way}`),
    ...tenths,
    ...chineseWays.map((way) => `${way}个百分点`),
    `${number}%`,
  ];
}

const KINGS = [...ROMANS]
  .filter(([, number]) => number <= ORDINALS.length)
  .map(([roman, number]) => `${roman}|the ${ORDINALS[number - 1]}|the ${number}${endingOf(number)}`);
const SHARES: Readonly<Record<string, string>> = table.shares;
/** In her twenties somebody is an age, whatever the year. */
const OWN_AGE = '(?<!\\b(?:my|your|his|her|our|their)(?: (?:early|mid|late))?[ -])';
const SAME = [
  ...Object.entries(SHARES).map(([percents, line]) => [line, waysToWritePercent(Number(percents))] as const),
  ...[...table.same, ...KINGS].map((line) => [line, line.split('|')] as const),
].map(([line, ways]) => {
  const before = `(?<![\\w./${HAN_NUMERALS}])${line.includes('ties|') ? OWN_AGE : ''}`;
  return { ways, pattern: new RegExp(`${before}(?:${line.replaceAll('0s', "0'?s")})(?![\\w/])`) };
});

/** Ways of writing, those of a text's own language first. */
export function ownFirst(ways: readonly string[], text: string): readonly string[] {
  const isOther = (way: string) => HAN.test(way) !== HAN.test(text);
  return ways.toSorted((a, b) => Number(isOther(a)) - Number(isOther(b)));
}

const HAN = /\p{Script=Han}/u;

/** Shares, months, decades, centuries and the numbers of kings in a folded text, and how else each is written. */
export function sharesAndDates(folded: string): readonly SameWays[] {
  const found = SAME.flatMap(({ ways, pattern }) => {
    const { index: place, 0: typed } = pattern.exec(folded) ?? { index: -1, 0: '' };
    return place === -1 ? [] : [{ place, typed, end: place + typed.length, ways }];
  });
  // Of the 1980s in Chinese, the century is a part.
  return found.filter(
    (own) => !found.some((other) => other !== own && other.place <= own.place && own.end <= other.end),
  );
}

export interface SameWays {
  /** Where it stands, in UTF-16 units. */
  readonly place: number;
  readonly typed: string;
  readonly ways: readonly string[];
}

const PERCENT_BEHIND =
  /^(?: ?%| ?(?:percent|per cent|pct)\b|个百分点|成(?![为立员功果本就])[一二三四五六七八九]?)/;
const TENTHS = '成';
const WHOLE = 100;
const PERCENT_BEFORE = '百分之';

/** The whole of a percentage (91 %, 百分之九十一, 八成) that a number is part of; undefined where it is of none. */
export function percentageAt(folded: string, tokens: readonly Token[], { start, end, number }: Numeral) {
  const last = tokens[end - 1];
  const from = tokens[start]?.start ?? 0;
  const behind = last ? last.start + last.word.length : 0;
  if (folded.slice(0, from).endsWith(PERCENT_BEFORE))
    return {
      number,
      place: from - PERCENT_BEFORE.length,
      typed: folded.slice(from - PERCENT_BEFORE.length, behind),
    };
  const [sign] = PERCENT_BEHIND.exec(folded.slice(behind)) ?? [];
  if (sign === undefined || number > WHOLE) return undefined;
  const tenths = sign.startsWith(TENTHS) ? number * 10 + (chineseNumber(sign.slice(1)) ?? 0) : number;
  return { number: tenths, place: from, typed: folded.slice(from, behind + sign.length) };
}

function endingOf(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return (isTeen ? undefined : ENDINGS[(number % 10) - 1]) ?? ENDINGS.at(-1) ?? '';
}

/** "Twenty one" is "twenty first"; '' for a round number, whose ordinal is rare. */
function ordinalOf(words: string): string {
  const last = words.split(' ').at(-1) ?? '';
  const ordinal = ORDINALS[SMALL.indexOf(last) - 1] ?? ORDINAL_TENS[TENS.indexOf(last)];
  return ordinal === undefined ? '' : words.slice(0, -last.length) + ordinal;
}

/** Tokens from `start` to `end` (not included), and the ways in which Chinese writes them, each as its terms. */
export interface InChinese {
  readonly start: number;
  readonly end: number;
  readonly written: readonly (readonly string[])[];
}

/** The numbers of an English text that are words; 廿 and its like are left out: rare, and one of several ways. */
export function writtenInChinese(tokens: readonly Token[]): readonly InChinese[] {
  return numeralsSought(tokens).flatMap(({ start, end, number, isOrdinal }) => {
    if (end === start + 1 && /^\d/.test(tokens[start]?.term ?? '')) return [];
    const plain = inChinese(number).filter((way) => !JOINED.some(([joined]) => way.includes(joined)));
    const short = shortened(number).filter((way) => !/[a-z]/.test(way));
    const ways = [String(number), ...plain, ...short].map((way) => (isOrdinal ? `第${way}` : way));
    return [{ start, end, written: ways.map((way) => tokenise(way).map(({ term }) => term)) }];
  });
}
