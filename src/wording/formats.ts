// Dates, names one after another, scores and shares in a locale’s own form (a formatter is slow to make, so each is made
// once); and text cut where a reader would: between graphemes, and always with a visible mark.

const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/** Formats `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function dateFormat(locale: string): (iso: string) => string {
  const formatters = FORMATS.map(
    (options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
  return (iso) => formatters[iso.split('-').length - 1]?.format(new Date(iso)) ?? iso;
}

/** "A, B, and C", or with "or". */
export function listFormat(
  locale: string,
  type: 'conjunction' | 'disjunction',
): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type });
  return (names) => format.format(names);
}

/** Decimal places of a score: enough to tell a winner from the runner-up. */
const SCORE_DIGITS = 2;

export function numberFormat(locale: string): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: SCORE_DIGITS });
  return (value) => format.format(value);
}

export function percentFormat(locale: string): (share: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'percent' });
  return (share) => format.format(share);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** At most `limit` units: the text itself, or its beginning with `mark` where something was left out. */
export function cut(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text;
  return `${beginning(text, limit - mark.length).trimEnd()}${mark}`;
}

/** The longest run of whole graphemes from the start that has at most `limit` units. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // One unit more than fits, so that a grapheme which crosses the limit is seen whole enough to be left out.
  const crossing = graphemes.segment(text.slice(0, limit + 1)).containing(limit);
  return text.slice(0, crossing?.index ?? 0);
}

/** In English, as the commands for operators and editors speak. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
