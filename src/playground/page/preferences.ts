// The language and the colours that this browser chose before, or asks for by itself.
import type { Locale } from '../protocol.ts';
import type { Theme } from './state.ts';
import { isLocale, preferredLocale } from './wording/wording.ts';

const LOCALE_KEY = 'verbatim-locale';
const THEME_KEY = 'verbatim-theme';

export function chosenLocale(): Locale {
  const chosen = localStorage.getItem(LOCALE_KEY) ?? '';
  return isLocale(chosen) ? chosen : preferredLocale(navigator.languages);
}

export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(THEME_KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export function rememberChoices({ locale, theme }: { readonly locale: Locale; readonly theme: Theme }): void {
  localStorage.setItem(LOCALE_KEY, locale);
  localStorage.setItem(THEME_KEY, theme);
}
