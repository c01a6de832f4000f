// Names one after another, in a locale's own form.

/** "A, B, and C", or with "or". Made once for each locale: a formatter is slow to make. */
export function listFormat(
  locale: string,
  type: 'conjunction' | 'disjunction',
): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(locale, { type });
  return (names) => format.format(names);
}
