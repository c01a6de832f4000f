// The day that a text prints, as ISO 8601.

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const CHINESE = /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})\b/;
const MONTH_FIRST = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/;

/** Undefined without a whole date; 03/04/2025 is none, because it has two readings. */
export function dateIn(text: string): string | undefined {
  const chinese = CHINESE.exec(text);
  if (chinese) return iso(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const day = DAY_FIRST.exec(text);
  if (day) return iso(Number(day[3]), monthOf(day[2]), Number(day[1]));
  const month = MONTH_FIRST.exec(text);
  if (month) return iso(Number(month[3]), monthOf(month[1]), Number(month[2]));
  return undefined;
}

function monthOf(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1600)
    return undefined;
  return date.toISOString().slice(0, 10);
}
