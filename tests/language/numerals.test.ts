// Numbers as Chinese writes them, and back; numerals of an English question, and how a Chinese passage writes them.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { fold } from '../../src/language/fold.ts';
import { chineseNumber, inChinese, numeralsIn } from '../../src/language/numerals.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';

describe('chineseNumber', () => {
  it.each([
    ['三', 3, 'a digit'],
    ['两', 2, 'as it counts'],
    ['〇', 0, 'zero'],
    ['零', 0, 'zero, in full'],
    ['十', 10, 'ten alone'],
    ['十五', 15, 'ten without a one'],
    ['四十九', 49, 'tens'],
    ['廿', 20, 'twenty in one'],
    ['廿一', 21, 'twenty in one, and more'],
    ['卅', 30, 'thirty in one'],
    ['一百零八', 108, 'a gap'],
    ['两千', 2000, 'two as it counts'],
    ['三万五千', 35000, 'myriads'],
    ['十亿', 1_000_000_000, 'hundreds of millions'],
    ['一九八四', 1984, 'a year, digit by digit'],
    ['二〇〇八', 2008, 'with zeros'],
  ])('reads %s as %d: %s', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  it.each(['', '百', '万', '千万', '人', '三人'])('reads no number in “%s”', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });
});

describe('inChinese', () => {
  it.each([
    [0, ['〇', '零']],
    [2, ['二', '两']],
    [10, ['十']],
    [20, ['二十', '廿']],
    [49, ['四十九']],
    [108, ['一百零八']],
    [200, ['二百', '两百']],
    [2008, ['二千零八', '两千零八', '二〇〇八', '二零零八']],
    [35000, ['三万五千']],
    [100_005, ['十万零五']],
  ])('writes %d as %j', (number, ways) => {
    expect(inChinese(number)).toEqual(ways);
  });

  it('writes what is read as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        for (const way of inChinese(number)) expect(chineseNumber(way)).toBe(number);
      }),
    );
  });
});

it('folds the digits of any script', () => {
  expect(fold('٣ ३ ๓ ３ ③')).toBe('3 3 3 3 3');
});

function writtenIn(text: string): readonly string[] {
  return numeralsIn(tokenise(fold(text))).flatMap(({ written }) => written.map((terms) => terms.join('')));
}

describe('numeralsIn', () => {
  it.each([
    ['three', ['3', '三']],
    ['twelve apostles', ['12', '十二']],
    ['the third emperor', ['第3', '第三']],
    ['the 21st day', ['第21', '第二十一']],
    ['March', ['3月', '三月']],
    ['the 15th century', ['15世纪', '十五世纪']],
    ['Super Bowl XLIX', ['49', '四十九']],
    ['Louis XIV', ['14', '十四']],
    ['the 80s', ['80年代', '八十年代']],
    ['the 1900s', ['1900年代', '20世纪', '二十世纪']],
  ])('%s may be written %j', (text, expected) => {
    expect(writtenIn(text)).toEqual(expected);
  });

  it("reads a decade's century, with and without an apostrophe", () => {
    const written = [
      '1980年代',
      '20世纪80年代',
      '20世纪八十年代',
      '二十世纪80年代',
      '二十世纪八十年代',
      '80年代',
      '八十年代',
    ];
    expect(writtenIn('the 1980s')).toEqual(written);
    expect(writtenIn("the 1980's")).toEqual(written);
  });

  it.each(['I', 'Li', 'mix', 'the civil code', '1984', '7 seas'])('leaves %s alone', (text) => {
    expect(writtenIn(text)).toEqual([]);
  });

  it('says which tokens it read', () => {
    expect(numeralsIn(tokenise('in the 15th century')).map(({ start, end }) => [start, end])).toEqual([
      [2, 5],
    ]);
  });
});

it('lets an English question find the number as the passage writes it', () => {
  const dictionary = parseDictionary(
    readFileSync('src/dictionary/cedict.txt'),
    readFileSync('src/dictionary/ecdict.txt'),
  );
  const passages = [
    '他在20世纪70年代写诗。',
    '他在20世纪80年代写诗。',
    '他赢得第49届比赛。',
    '他赢得第33届比赛。',
  ].map((sentence) => ({
    title: '',
    translatedTitle: '',
    wordings: [],
    sentences: [sentence],
    translation: [],
  }));
  const index = buildIndex(passages, { lexicon: [], dictionary });
  const first = (question: string) => search(analyse(question, index), 1).hits[0]?.passage;
  expect(first("What did he do in the 1980's?")).toBe(1);
  expect(first('What did he do in the 1970s?')).toBe(0);
  expect(first('Who won game XLIX?')).toBe(2);
  expect(first('Who won game XXXIII?')).toBe(3);
});
