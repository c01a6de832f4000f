// Which keys an interview and a translation must have, and what each value must look like.
import type { FrontMatter, Key } from './front-matter.ts';
import type { Article } from './interview.ts';
import type { Problem } from './problem.ts';

type Rule = (value: string) => { readonly what: string; readonly mend: string } | undefined;

const FORMATS: Partial<Record<Key, Rule>> = {
  date: (value) =>
    isCalendarDate(value)
      ? undefined
      : { what: `\`date\` is not a calendar date: ${value}.`, mend: 'Write it as 2025-07-27.' },
  language: (value) =>
    isLanguageTag(value)
      ? undefined
      : { what: `\`language\` is not a BCP 47 tag: ${value}.`, mend: 'Write a tag such as zh-CN or en.' },
  url: (value) =>
    isWebAddress(value)
      ? undefined
      : { what: `\`url\` is not a web address: ${value}.`, mend: 'Write it as https://example.org/page.' },
};

/** One that Discord takes once it is encoded: it refuses a host without a dot. */
function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname);
}

export const REQUIRED_IN_INTERVIEW: readonly Key[] = [
  'title',
  'interviewee.name',
  'publication',
  'date',
  'language',
];
const REQUIRED_IN_TRANSLATION: readonly Key[] = ['title', 'language', 'translator'];

/** The article of an interview; undefined when a problem was found. */
export function checkArticle(matter: FrontMatter, file: string, problems: Problem[]): Article | undefined {
  const before = problems.length;
  checkKeys(matter, { file, required: REQUIRED_IN_INTERVIEW }, problems);
  const line = matter.values.has('translator') ? matter.lines.get('translator') : undefined;
  if (line !== undefined) {
    const mend = 'Remove it, or name the file ID.LANG.md if it is a translation.';
    problems.push({ file, line, what: '`translator` belongs in a translation.', mend });
  }
  const { title, language, publication, date, interviewee, ...rest } = printedValues(matter);
  if (problems.length > before || !(title && language && publication && date && interviewee))
    return undefined;
  return { title, language, publication, date, interviewee, ...rest };
}

export interface TranslatedArticle extends Partial<Omit<Article, 'language' | 'title'>> {
  readonly title: string;
  readonly language: string;
  readonly translator: string;
}

/** The front matter of a translation; undefined when a problem was found. */
export function checkTranslatedArticle(
  matter: FrontMatter,
  file: string,
  problems: Problem[],
): TranslatedArticle | undefined {
  const before = problems.length;
  checkKeys(matter, { file, required: REQUIRED_IN_TRANSLATION }, problems);
  const { title, language, ...rest } = printedValues(matter);
  const translator = matter.values.get('translator');
  if (problems.length > before || !(title && language && translator)) return undefined;
  return { title, language, translator, ...rest };
}

function checkKeys(
  matter: FrontMatter,
  { file, required }: { readonly file: string; readonly required: readonly Key[] },
  problems: Problem[],
): void {
  for (const key of required) {
    if (matter.values.has(key) || matter.empty.has(key)) continue;
    problems.push({ file, line: 1, what: `\`${key}\` is missing.`, mend: 'Add it to the front matter.' });
  }
  for (const key of matter.empty) {
    const line = matter.lines.get(key) ?? 1;
    const fault = required.includes(key)
      ? {
          what: `\`${key}\` is required, and empty: fill this in.`,
          mend: 'Write the value behind the colon.',
        }
      : { what: `\`${key}\` has no text.`, mend: 'Write a text, or remove the key.' };
    problems.push({ file, line, ...fault });
  }
  for (const [key, value] of matter.values) {
    const fault = FORMATS[key]?.(value);
    if (fault) problems.push({ file, line: matter.lines.get(key) ?? 1, ...fault });
  }
}

/** The keys whose values are printed in the article, the interviewee apart. */
export const PRINTED_KEYS = [
  'title',
  'publication',
  'author',
  'dateline',
  'subtitle',
  'date',
  'series',
  'event',
  'url',
] as const satisfies readonly (keyof Article)[];

const PLAIN_KEYS = ['language', ...PRINTED_KEYS] as const;

function printedValues(matter: FrontMatter): Partial<Article> {
  const name = matter.values.get('interviewee.name');
  const role = matter.values.get('interviewee.role');
  const plain = PLAIN_KEYS.flatMap((key) => {
    const value = matter.values.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const interviewee =
    name === undefined ? {} : { interviewee: role === undefined ? { name } : { name, role } };
  return { ...Object.fromEntries(plain), ...interviewee };
}

/** ISO 8601 calendar date; the day, or day and month, may be left out when the source prints none. */
function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
