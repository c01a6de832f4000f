// Whether an excerpt can be the kind of answer that the question word asks for: a number, a date.
import type { Expected } from '../search/query.ts';

const NUMERALS = '\\d|[一二两三四五六七八九十百千万亿]';
const SIGNS: Partial<Record<Expected, RegExp>> = {
  number: new RegExp(
    `\\d|(?:[${'一二两三四五六七八九十百千万亿数几'}]+(?:个|名|位|次|届|项|篇|部|条|种|家|场|年|倍|成|大|人|国|级|期|轮))|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|dozens|hundred|hundreds|thousand|half|percent|double|once|twice)\\b`,
    'iu',
  ),
  date: new RegExp(
    `(?:${NUMERALS})+[年月日号届]|\\b\\d{4}\\b|世纪|年代|时代|近年|今年|去年|目前|当前|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|years? ago|last year|recent years)\\b`,
    'iu',
  ),
};

/** False only where the question word asks for a number or a date and the texts have none. */
export function canTell(expected: Expected, texts: readonly string[]): boolean {
  const sign = SIGNS[expected];
  return sign === undefined || texts.some((text) => sign.test(text));
}
