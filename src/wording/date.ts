// A printed date in a locale's own form; a date without a day or month stays without it.

const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/** Formats `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Made once for each locale: a formatter is slow to make. */
export function dateFormat(locale: string): (iso: string) => string {
  const formatters = FORMATS.map(
    (options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
  return (iso) => formatters[iso.split('-').length - 1]?.format(new Date(iso)) ?? iso;
}
