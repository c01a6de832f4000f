// The locales that the bot is worded in: which of them a tag or a text asks for, and its wording.
import { scriptOf } from '../language/fold.ts';
import { enUS } from './en-US.ts';
import type { Wording } from './wording.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export const LOCALES = ['zh-CN', 'zh-TW', 'en-US'] as const;

export type Locale = (typeof LOCALES)[number];

/** The wording for a BCP 47 tag; English for languages that have none, and where none is told. */
export function localeFor(tag: string | null | undefined): Locale {
  const [language, ...subtags] = (tag ?? '').toLowerCase().split(/[-_]/);
  if (language === 'yue') return 'zh-TW';
  if (language !== 'zh') return 'en-US';
  if (subtags.includes('hans')) return 'zh-CN';
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}

/** The wording for a text without a locale; undefined where its script tells nothing. */
export function localeOfScript(text: string, language: 'zh' | 'en'): Locale | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  if (language === 'en') return 'en-US';
  return scriptOf(text) === 'traditional' ? 'zh-TW' : 'zh-CN';
}

/** The wording for a message: its script decides; where that leaves it open, what the server prefers. */
export function localeOfMessage(text: string, language: 'zh' | 'en', preferred: Locale): Locale {
  const script = localeOfScript(text, language);
  if (script === undefined) return preferred;
  return script === 'zh-CN' && preferred === 'zh-TW' && scriptOf(text) === undefined ? preferred : script;
}

/** The language that a locale's readers read: decides whether a translation leads. */
export function readerOf(locale: Locale): 'zh' | 'en' {
  return locale === 'en-US' ? 'en' : 'zh';
}

const CATALOGUE: Readonly<Record<Locale, Wording>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, 'en-US': enUS };

export function wordingFor(locale: Locale): Wording {
  return CATALOGUE[locale];
}
