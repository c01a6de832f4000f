// Dates of a question, written in full: Jan. 12 is January 12, and 1953-01-12 is 12 January 1953 or 1953年1月12日.
import table from './kinds.json' with { type: 'json' };

const { months, monthsShortened } = table;
const MONTH_OF = new Map(
  monthsShortened.flatMap((forms, at) => forms.split(' ').map((form) => [form, months[at] ?? ''] as const)),
);
const SHORTENED = `(?:${[...MONTH_OF.keys()].join('|')})`;
/** A shortened month stands beside a number: mar and dec are other words, too. */
const MONTH = new RegExp(
  `\\b(${SHORTENED})\\b\\.?(?=,? ?\\d)|(?<=\\d(?:st|nd|rd|th)?(?: of)? ?)\\b(${SHORTENED})\\b\\.?`,
  'gi',
);
/** With the year first, as many write it; with the year last, where one number can only be a day. */
const YEAR_FIRST = /(?<![\d./-])(1\d{3}|20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)/g;
const YEAR_LAST = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(1\d{3}|20\d\d)(?![\d/-]|\.\d)/g;
const [MOST_MONTHS, MOST_DAYS] = [12, 31];

/** The text with its dates in full, as its language writes them. */
export function withPlainDates(text: string, language: 'zh' | 'en'): string {
  const written = (typed: string, [year, month, day]: readonly [number, number, number]) => {
    const name = months[month - 1];
    if (name === undefined || day < 1 || day > MOST_DAYS) return typed;
    return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${name} ${year}`;
  };
  return text
    .replace(MONTH, (_typed, before?: string, behind?: string) => {
      return MONTH_OF.get((before ?? behind ?? '').toLowerCase()) ?? '';
    })
    .replace(YEAR_FIRST, (typed, year, _mark, month, day) =>
      written(typed, [Number(year), Number(month), Number(day)]),
    )
    .replace(YEAR_LAST, (typed, one, _mark, other, year) => {
      const [first, second] = [Number(one), Number(other)];
      if (first <= MOST_MONTHS && second <= MOST_MONTHS) return typed;
      return written(
        typed,
        first > MOST_MONTHS ? [Number(year), second, first] : [Number(year), first, second],
      );
    });
}
