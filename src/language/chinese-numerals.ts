// Numbers as Chinese writes them: 四十九, 廿, 两千, 一九八四; and what such characters count.

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
