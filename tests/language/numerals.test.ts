// Numbers as Chinese writes them, and back; numerals of an English question, and how a Chinese passage writes them.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { fold } from '../../src/language/fold.ts';
import { chineseNumber, numeralsIn, numeralsSought } from '../../src/language/numerals.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import {
  inChinese,
  sharesAndDates,
  waysToWrite,
  writtenInChinese,
} from '../../src/language/written-numbers.ts';
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
    ['一万二', 12_000, 'a last digit that counts thousands'],
    ['三百五', 350, 'a last digit that counts tens'],
    ['三百零五', 305, 'one that counts ones'],
    ['一百十五', 115, 'ten without a one behind a hundred'],
    ['一百五十万', 1_500_000, 'myriads by the hundred'],
    ['卌八', 48, 'forty in one'],
    ['俩', 2, 'two of them'],
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
    [49, ['四十九', '卌九']],
    [108, ['一百零八']],
    [200, ['二百', '两百']],
    [350, ['三百五十', '三百五']],
    [250, ['二百五十', '两百五十', '二百五', '两百五']],
    [1200, ['一千二百', '一千两百', '一千二', '一二〇〇', '一二零零']],
    [2008, ['二千零八', '两千零八', '二〇〇八', '二零零八']],
    [35000, ['三万五千', '三万五']],
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

describe('numeralsIn', () => {
  it('reads all numbers of a long row, of which a question looks for the first eight', () => {
    const row = Array.from({ length: 20 }, (_, at) => at * 37 + 12);
    const tokens = tokenise(row.join(' '));
    expect(numeralsIn(tokens).map(({ number }) => number)).toEqual(row);
    expect(numeralsSought(tokens).map(({ number }) => number)).toEqual(row.slice(0, 8));
  });

  it.each<readonly [string, readonly (number | string)[]]>([
    ['二十五个人和3只猫', [25, 3]],
    ['第一条', [1]],
    ['哪一年一起', []],
    ['150万人', [1_500_000]],
    ['1.5亿', [150_000_000]],
    ['3千', [3000]],
    ['1,500 people', [1500]],
    ['three of the twelve', [3, 12]],
    ['one of them, zero', [0]],
    ['thirty-five', [35]],
    ['a thousand, a dozen, two dozen', [1000, 12, 24]],
    ['two hundred and three', [203]],
    ['twelve hundred', [1200]],
    ['two thousand five hundred and sixty', [2560]],
    ['one million two hundred thousand', [1_200_000]],
    ['1.5 million', [1_500_000]],
    ['nineteen eighty-four', [1984]],
    ['twenty twenty-six', [2026]],
    ['twenty, thirty', [20, 30]],
    ['five three', [5, 3]],
    ['a thousand and why', [1000]],
    ['hundreds of them, a day, an hour', []],
    ['the first, 3rd and twenty-first', ['1.', '3.', '21.']],
    ['the 22nd and two hundredth', ['22.', 2]],
    ['Louis XIV', [14]],
    ['twenty'.repeat(3), []],
  ])('reads the numbers of “%s”', (text, numbers) => {
    const found = numeralsIn(tokenise(fold(text)));
    expect(found.map(({ number, isOrdinal }) => (isOrdinal ? `${number}.` : number))).toEqual(numbers);
  });
});

describe('waysToWrite', () => {
  it('reads every way as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), fc.boolean(), (number, isOrdinal) => {
        for (const way of waysToWrite({ number, isOrdinal }))
          expect(numeralsIn(tokenise(way)), way).toMatchObject([{ start: 0, number, isOrdinal }]);
      }),
      { examples: [[100_000_000, false]] },
    );
  });

  it.each<readonly [number, boolean, string]>([
    [35, false, 'thirty five'],
    [203, false, 'two hundred and three'],
    [203, false, 'two hundred three'],
    [1000, false, 'a thousand'],
    [1_500_000, false, '1.5 million'],
    [1_500_000, false, '150万'],
    [14, false, 'xiv'],
    [3, true, 'third'],
    [3, true, '3rd'],
    [12, true, '12th'],
    [21, true, '21st'],
    [21, true, 'twenty first'],
    [40, true, 'fortieth'],
  ])('writes %d (ordinal: %s) also “%s”', (number, isOrdinal, way) => {
    expect(waysToWrite({ number, isOrdinal })).toContain(way);
  });
});

function writtenIn(text: string): readonly string[] {
  return writtenInChinese(tokenise(fold(text))).flatMap(({ written }) =>
    written.map((terms) => terms.join('')),
  );
}

describe('writtenInChinese', () => {
  it.each([
    ['three', ['3', '三']],
    ['twelve apostles', ['12', '十二']],
    ['the third emperor', ['第3', '第三']],
    ['the 21st day', ['第21', '第二十一']],
    ['Super Bowl XLIX', ['49', '四十九']],
    ['Louis XIV', ['14', '十四']],
  ])('%s may be written %j', (text, expected) => {
    expect(writtenIn(text)).toEqual(expected);
  });

  it.each(['I', 'Li', 'mix', 'the civil code', '1984', '7 seas'])('leaves %s alone', (text) => {
    expect(writtenIn(text)).toEqual([]);
  });

  it('says which tokens it read', () => {
    expect(
      writtenInChinese(tokenise('in the twenty-first year')).map(({ start, end }) => [start, end]),
    ).toEqual([[2, 4]]);
  });
});

describe('sharesAndDates', () => {
  it.each([
    ['in march', '三月'],
    ['the 15th century', '十五世纪'],
    ['the 80s', '八十年代'],
    ["the 1980's", '20世纪80年代'],
    ['the 1900s', '20世纪'],
    ['20世纪80年代', '1980s'],
    ['half of it', '一半'],
    ['三分之二', 'two thirds'],
    ['henry viii', 'the eighth'],
    ['the twenty-first century', '21世纪'],
  ])('%s is also %s', (text, way) => {
    expect(sharesAndDates(text).flatMap(({ ways }) => ways)).toContain(way);
  });

  it.each([
    'it may be',
    'behalf',
    '1.5/2/3',
    '二十三分之二',
    'the eighties2',
    '1790s',
    'to march',
    'her mid-20s',
  ])('%s is none', (text) => {
    expect(sharesAndDates(text)).toEqual([]);
  });

  it.each(['十九世纪八十年代', '19世纪'])('%s is one, though a part of it is one, too', (text) => {
    expect(sharesAndDates(text).map(({ typed }) => typed)).toEqual([text]);
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
