// Which of the wordings a person gets: by the locale Discord or the caller names, else by the question's script.
import { fold } from '../search/fold.ts';

export const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;

export type Locale = (typeof LOCALES)[number];

/** The wording for a BCP 47 tag; English for languages that have none. */
export function localeFor(tag: string): Locale {
  const [language, ...subtags] = tag.toLowerCase().split(/[-_]/);
  if (language === 'yue') return 'zh-TW';
  if (language !== 'zh') return 'en-US';
  if (subtags.includes('hans')) return 'zh-CN';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}

/** The wording for a text without a locale; undefined where its script tells nothing. */
export function localeOfScript(text: string, language: 'zh' | 'en'): Locale | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  if (language === 'en') return 'en-US';
  return isTraditional(text) ? 'zh-TW' : 'zh-CN';
}

/** Whether a text has characters that only traditional Chinese uses. */
function isTraditional(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).some((character) => fold(character) !== character);
}

/** The language that a locale's readers read: decides whether a translation leads. */
export function readerOf(locale: Locale): 'zh' | 'en' {
  return locale === 'en-US' ? 'en' : 'zh';
}
