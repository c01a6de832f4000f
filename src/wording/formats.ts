// Dates, names one after another, scores and shares in a locale’s own form. A formatter is slow to make, so each is made once.

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
