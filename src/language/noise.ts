// A question as it is typed, made plain: without links, addresses, paths, mentions, code, ids and what only points at them; without
// the marks at its end; its dates in full (Jan. 12 is January 12, and 1953-01-12 is 12 January 1953 or 1953年1月12日).
import kinds from './kinds.json' with { type: 'json' };
import table from './noise.json' with { type: 'json' };

/** Stands for what was there, until the text around it is mended. */
const GONE = '\u0000';

const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
/** At most so long that an unclosed backtick is soon given up. */
const INLINE_CODE = /(?<!`)(`{1,2})(?!`)([^\n]{0,300}?[^`\n])\1(?!`)/g;
const MASKED_LINK = /\[([^[\]\n]{0,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)/g;
const NOISE = table.gone.map((pattern) => {
  const whole = table.parts.reduce((own, [name = '', part = '']) => own.replaceAll(name, part), pattern);
  return new RegExp(whole, 'giu');
});

/** The text without them; empty where it is nothing else. Chinese in backticks is emphasis, and stays. */
export function stripNoise(text: string): string {
  const bare = text
    .replace(CODE_BLOCK, GONE)
    .replace(INLINE_CODE, (_whole, _ticks, code: string) => (/\p{Script=Han}/u.test(code) ? code : GONE))
    .replace(MASKED_LINK, '$1');
  const marked = NOISE.reduce((own, pattern) => own.replace(pattern, GONE), bare);
  return marked.includes(GONE) ? marked.replace(/\s*\0[\0\s]*/g, ' ').trim() : marked;
}

/** Folded text without the marks at its end, which many leave out: how printed and listed questions are compared. */
export function listKey(folded: string): string {
  return folded.replace(/[\p{P}\s]+$/u, '').trim();
}

const { months, monthsShortened } = kinds;
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
