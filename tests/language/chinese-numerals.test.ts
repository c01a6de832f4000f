// Numbers as Chinese writes them, and back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { chineseNumber, inChinese } from '../../src/language/numerals.ts';

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
