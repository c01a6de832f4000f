// The name under which a visitor appears: their own, made safe to show in a line, or one we give.
import type { Locale } from '../../wording/locale.ts';

/** Discord's own limit for a display name, in characters. */
const LONGEST_NAME = 32;
const GUEST: Readonly<Record<Locale, string>> = { 'en-US': 'Guest', 'zh-CN': '访客', 'zh-TW': '訪客' };

export function guestName(locale: Locale, number: number): string {
  return `${GUEST[locale]} ${number}`;
}

/** Undefined where nothing is left to show. Control and direction characters go; markup stays text. */
export function cleanName(typed: string): string | undefined {
  const shown = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return shown === '' ? undefined : [...shown].slice(0, LONGEST_NAME).join('').trim();
}
