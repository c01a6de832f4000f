// Every string that a person reads, by locale; one file a locale fills it in.
import { enUS } from './en-US.ts';
import type { Locale } from './locale.ts';
import type { Wording } from './wording.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

const CATALOGUE: Readonly<Record<Locale, Wording>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, 'en-US': enUS };

export function wordingFor(locale: Locale): Wording {
  return CATALOGUE[locale];
}
