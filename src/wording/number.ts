// Scores and shares in a locale's own form.

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
