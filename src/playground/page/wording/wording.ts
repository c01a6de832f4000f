// The page's wording by language, and the language a browser asks for.
import type { Localised, PageLocale } from '../../protocol/protocol.ts';
import { enUS } from './en-US.ts';
import type { PageWording } from './page-wording.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Each under its own name, so that everybody finds theirs. */
export const LANGUAGES: readonly (readonly [PageLocale, string])[] = [
  ['en-US', 'English'],
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
];

const WORDINGS: Readonly<Record<PageLocale, PageWording>> = { 'en-US': enUS, 'zh-CN': zhCN, 'zh-TW': zhTW };

export function wordingFor(locale: PageLocale): PageWording {
  return WORDINGS[locale];
}

/** The first of the browser's languages that we have; English where there is none. */
export function preferredLocale(tags: readonly string[]): PageLocale {
  for (const tag of tags.map((each) => each.toLowerCase())) {
    if (tag.startsWith('en')) return 'en-US';
    if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/u.test(tag)) return 'zh-TW';
    if (tag.startsWith('zh')) return 'zh-CN';
  }
  return 'en-US';
}

export function isLocale(text: string): text is PageLocale {
  return text in WORDINGS;
}

export function inLocale(text: Localised, locale: PageLocale): string {
  return text.others[locale] ?? text.default;
}
