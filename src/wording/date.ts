// A printed date in a locale's own form; a date without a day or month stays without it.

const FORMATS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/** `iso` is YYYY, YYYY-MM or YYYY-MM-DD. */
export function formatDate(iso: string, locale: string): string {
  const options = FORMATS[iso.split('-').length - 1];
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(iso));
}
