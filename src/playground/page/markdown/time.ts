// Discord's timestamps in words: `<t:SECONDS:STYLE>` in the reader's language and time zone.

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** Seconds in each unit, largest first. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const MS_PER_SECOND = 1000;

export interface TimeReader {
  /** BCP 47. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name; the machine's own when left out. */
  readonly timeZone?: string;
}

export function timeInWords(seconds: number, style: string, reader: TimeReader): string {
  if (style === 'R') return relativeTime(seconds - reader.now / MS_PER_SECOND, reader.locale);
  const { locale, timeZone } = reader;
  const options = { ...(STYLES[style] ?? STYLES['f']), ...(timeZone === undefined ? {} : { timeZone }) };
  return new Intl.DateTimeFormat(locale, options).format(seconds * MS_PER_SECOND);
}

function relativeTime(difference: number, locale: string): string {
  const [unit, size] = UNITS.find(([, each]) => Math.abs(difference) >= each) ?? ['second', 1];
  const count = Math.trunc(difference / size);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit);
}
