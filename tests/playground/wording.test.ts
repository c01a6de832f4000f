import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { LANGUAGES, preferredLocale, wordingFor } from '../../src/playground/page/wording/wording.ts';
import { LOCALES } from '../../src/wording/locale.ts';

const HAN = /\p{Script=Han}/u;
/** Words that are the same in every language: names, endings of files, tags of languages. */
const NAMES = /Verbatim|Discord|Enter|Esc|\[x\]|@|\/|MB|\.(?:html|txt|md|docx|srt|vtt)|zh-(?:CN|TW)|\ben\b/gu;

/** Every string of a wording, functions called with a mark in place of each value. */
const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(['[x]'], '[x]'))];
  return Object.values(value as Readonly<Record<string, unknown>>).flatMap(stringsOf);
};

test('the page speaks exactly the languages that the bot does', () => {
  expect(LANGUAGES.map(([locale]) => locale).toSorted()).toEqual([...LOCALES].toSorted());
});

test('English has no Chinese in it, and no string is empty', () => {
  const strings = stringsOf(wordingFor('en-US'));
  expect(strings.filter((text) => HAN.test(text) || text.trim() === '')).toEqual([]);
});

describe.each(['zh-CN', 'zh-TW'] as const)('%s', (locale) => {
  test('has no English left in it', () => {
    const left = stringsOf(wordingFor(locale)).filter((text) => /[A-Za-z]{2}/u.test(text.replace(NAMES, '')));
    expect(left).toEqual([]);
  });
});

test('simplified Chinese has no traditional characters', () => {
  const traditional = [...stringsOf(wordingFor('zh-CN')).join('')].filter((character) => HAN.test(character));
  expect(traditional.filter((character) => fold(character) !== character)).toEqual([]);
});

test('traditional Chinese differs from simplified in every string that can', () => {
  const simplified = stringsOf(wordingFor('zh-CN'));
  const same = stringsOf(wordingFor('zh-TW')).filter(
    (text, index) =>
      text === simplified[index] && [...text].some((character) => '们这个这样发为应从'.includes(character)),
  );
  expect(same).toEqual([]);
});

test.each([
  [['zh-TW', 'en'], 'zh-TW'],
  [['zh-Hant-HK'], 'zh-TW'],
  [['zh'], 'zh-CN'],
  [['fr', 'zh-SG'], 'zh-CN'],
  [['de'], 'en-US'],
] as const)('a browser that asks for %j gets %s', (tags, locale) => {
  expect(preferredLocale(tags)).toBe(locale);
});
