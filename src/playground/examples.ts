// Questions to begin with: short wordings of the first interview's exchanges, in each language, which it answers.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import { exchangesOf, type Interview } from '../knowledge/interview.ts';
import { languageOf } from '../language/language.ts';
import { LOCALES, type Locale, localeOfScript } from '../wording/locale.ts';

const HOW_MANY = 3;
/** Characters: a longer one does not fit a button on a telephone. */
const LONGEST_EXAMPLE = 90;
/** So many wordings of each exchange are tried. */
const WORDINGS_TRIED = 8;

export function examplesFrom(library: Library): Readonly<Record<Locale, readonly string[]>> {
  const [first] = library.interviews;
  const inLocale = (locale: Locale) => (first ? examplesIn(library, first, locale) : []);
  const entries = LOCALES.map((locale) => [locale, inLocale(locale)] as const);
  return { 'zh-CN': [], 'zh-TW': [], 'en-US': [], ...Object.fromEntries(entries) };
}

function examplesIn(library: Library, interview: Interview, locale: Locale): readonly string[] {
  const isAnswered = (question: string) => ask(library, { question }).outcome === 'answer';
  const found = exchangesOf(interview).flatMap(
    ({ number }) =>
      wordingsOf(interview, number)
        .filter((wording) => wording.length <= LONGEST_EXAMPLE && isIn(locale, wording))
        .slice(0, WORDINGS_TRIED)
        .find(isAnswered) ?? [],
  );
  return found.slice(0, HOW_MANY);
}

/** The editor's wordings first: they are how members ask. */
function wordingsOf(interview: Interview, number: number): readonly string[] {
  const versions = [interview, ...interview.translations];
  const exchanges = versions.flatMap((version) =>
    exchangesOf(version).filter((each) => each.number === number),
  );
  return [...exchanges.flatMap(({ askedAs }) => askedAs), ...exchanges.map(({ question }) => question)];
}

/** Simplified and traditional may share every character of a short question; then it counts as simplified. */
function isIn(locale: Locale, wording: string): boolean {
  return localeOfScript(wording, languageOf(wording)) === locale;
}
