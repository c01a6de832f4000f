// Numbers of a question, read as the collection writes them.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse, wordsOf } from '../../src/search/query/analyse.ts';
import { asHeld } from '../../src/search/query/as-held.ts';
import { search } from '../../src/search/rank/search.ts';

const dictionary = parseDictionary(
  readFileSync('src/dictionary/cedict.txt'),
  readFileSync('src/dictionary/ecdict.txt'),
);
const indexOf = (...sentences: string[]) =>
  buildIndex(
    sentences.map((sentence) => ({
      ...{ title: '', translatedTitle: '', wordings: [], translation: [] },
      sentences: [sentence],
    })),
    { lexicon: [], dictionary },
  );
const inWords = indexOf(
  '治理呈现三轨并行的格局。',
  '它们三位一体。',
  '第二次会议来了两个人。',
  '会议有二十国参加。',
  '一九八四年开始。',
  '统一标准。',
);
const inFigures = indexOf(
  '治理呈现3轨并行的格局。',
  '他们3位一体。',
  '第2次会议来了2个人。',
  '会议有20国参加。',
  '1984年开始。',
  '1年,第1条。',
);
const english = indexOf('There are three tracks.', 'It took 20 years.', 'The two sides met.');
const larger = indexOf(
  'The third floor has thirty-five sensors.',
  'The 4th wheel has 250 teeth.',
  'It cost 1.5 million crowns.',
  '来了一百五十万人。',
  '用了两百五十天。',
  '花了1.2万元。',
);

const percents = indexOf('Thirty-seven percent of the boats.', '超60%是鲸油。', '沙子占四成。');
const joined = indexOf(
  'Her uncle was eighty-seven then.',
  'A twelve-day strike.',
  'A 61-year-old cook.',
  'I kept five.',
);
const decimals = indexOf(
  '误差是百分之零点三。',
  '利率升了一点二五个百分点。',
  'Salt is 3.5 percent of it.',
  '湿度为0.7%。',
);
const shares = indexOf(
  'Half of the sand, a quarter of the oil, ten per cent.',
  'In the nineties Henry VIII sat there.',
  '九十年代来了一半的人,气温升高1.2度。',
);
const forms = indexOf('Wind it daily.', 'Grind the ground pigments.');

describe('asHeld', () => {
  it.each([
    [inWords, '3轨并行是什么?', '三轨并行是什么?', 'figures for a word'],
    [inWords, '3位一体', '三位一体', 'figures for a word'],
    [inWords, '第2次会议', '第二次会议', 'an ordinal'],
    [inWords, '来了2个人', '来了两个人', 'two as it counts'],
    [inWords, '廿国参加?', '二十国参加?', 'twenty in one'],
    [inWords, '20国', '二十国', 'more than a digit'],
    [inWords, '1984年', '一九八四年', 'a year'],
    [inWords, '三轨并行', '三轨并行', 'as the text has it'],
    [inWords, '统一标准, 3个', '统一标准, 3个', 'nothing that the text has'],
    [inFigures, '三轨并行是什么?', '3轨并行是什么?', 'a word for figures'],
    [inFigures, '三位一体', '3位一体', 'a word for figures'],
    [inFigures, '第二次会议', '第2次会议', 'an ordinal'],
    [inFigures, '两个人', '2个人', 'two as it counts'],
    [inFigures, '二十国, 廿国', '20国, 20国', 'more than a digit'],
    [inFigures, '一九八四年', '1984年', 'a year'],
    [inFigures, '哪一年', '哪一年', 'what counts nothing'],
    [inFigures, '第一条', '第1条', 'an ordinal'],
    [english, 'the 3 tracks', 'the three tracks', 'figures for an English word'],
    [english, 'twenty years', '20 years', 'an English word for figures'],
    [english, '2 sides', 'two sides', 'figures for an English word'],
    [larger, 'the 3rd floor', 'the third floor', 'an ordinal in figures'],
    [larger, 'the fourth wheel', 'the 4th wheel', 'an ordinal in words'],
    [larger, '35 sensors', 'thirty five sensors', 'figures for two words'],
    [larger, 'two hundred and fifty teeth', '250 teeth', 'four words for figures'],
    [larger, '1,500,000 crowns', '1.5 million crowns', 'figures for a shortened number'],
    [larger, '150万人', '一百五十万人', 'a number that is half in figures'],
    [larger, '二百五十天', '两百五十天', 'two as it counts'],
    [larger, '250天', '两百五十天', 'figures for characters'],
    [larger, '一万二千元, 一万二元', '1.2万元, 1.2万元', 'characters for a number half in figures'],
    [percents, '37% of boats', 'thirty seven percent of boats', 'a sign for words'],
    [percents, '37 % of boats', 'thirty seven percent of boats', 'a sign with a space before it'],
    [percents, '百分之三十七', 'thirty seven percent', 'of the other language'],
    [percents, '60 per cent of oil', '60% of oil', 'words for a sign'],
    [percents, '六成的油', '60%的油', 'tenths for a sign'],
    [percents, '40 percent of sand', '四成 of sand', 'a sign for tenths'],
    [percents, '五成为油', '五成为油', 'another word'],
    [percents, '12%', '12%', 'nothing that the text has'],
    [decimals, '0.3%是什么?', '百分之零点三是什么?', 'a decimal in figures for characters'],
    [decimals, '0.3 percent', '百分之零点三', 'a decimal of the other language'],
    [decimals, '1.25%', '一点二五个百分点', 'a sign for points'],
    [decimals, '3.5%', '3.5 percent', 'a sign for a word'],
    [decimals, '百分之三点五', '3.5 percent', 'characters for figures'],
    [decimals, '百分之零点七', '0.7%', 'characters for a sign'],
    [decimals, '零点七个百分点', '0.7%', 'points for a sign'],
    [decimals, '下午三点五十', '下午三点五十', 'an hour'],
    [joined, 'the 87-year-old', 'the eighty seven-year-old', 'an age that stands without its years'],
    [joined, '87岁的人', 'eighty seven岁的人', 'an age of the other language'],
    [joined, '87 boats', '87 boats', 'no age'],
    [joined, 'the 5-year-old', 'the 5-year-old', 'a small number, which stands in any text'],
    [joined, 'the 12-day strike', 'the twelve-day strike', 'figures for a word with a hyphen'],
    [
      joined,
      'is the cook sixty-one years old?',
      'is the cook 61 years old?',
      'words for figures with a hyphen',
    ],
    [shares, '50% of the sand', 'half of the sand', 'a share in words'],
    [shares, '五成的沙子', '一半的沙子', 'a share as its language writes it'],
    [shares, '百分之十', 'ten per cent', 'a share of the other language'],
    [shares, '一半的人, half of it', '一半的人, half of it', 'as the text has both'],
    [shares, '25% or 1/4', 'a quarter or a quarter', 'a share in figures'],
    [shares, 'the 1990s', 'the nineties', 'a decade in figures'],
    [shares, '1990年代', '九十年代', 'a decade as its language writes it'],
    [larger, '1990年代', '1990年代', 'no decade of the text'],
    [shares, '1890年代', '1890年代', 'another decade'],
    [shares, 'Henry the Eighth', 'henry viii', 'the number of a king'],
    [shares, '一点二度', '1.2度', 'a decimal before a unit'],
    [shares, '一点二十', '一点二十', 'an hour'],
    [larger, '1.2w元', '1.2万元', 'a number as people shorten it'],
    [larger, '1.2 w', '1.2 w', 'a letter apart from it'],
    [forms, 'who wound it?', 'who wind it?', 'a form that is another word'],
    [forms, 'is it ground?', 'is it ground?', 'a form that the text has'],
  ] as const)('%#', (...row) => {
    const [index, question, read, reason] = row;
    expect(asHeld(index, wordsOf(question)), reason).toBe(read);
  });
});

it('finds them', () => {
  const first = (index: typeof inWords, question: string) =>
    search(analyse(question, index), 1).hits[0]?.passage;
  expect(first(inWords, '3轨')).toBe(0);
  expect(first(inFigures, '三位')).toBe(1);
  expect(first(english, '3 tracks')).toBe(0);
  expect(first(inWords, '٣轨')).toBe(0);
});

describe('a number finds another way to write it, whatever stands beside it', () => {
  it.each([
    ['三百五十人', ['350 people', 'three hundred and fifty people', '三百五', '350个']],
    ['1.2万本', ['12,000 books', 'twelve thousand books', '一万二', '12000册']],
    ['thirty-five wheels', ['三十五个轮子', '35个轮子']],
    ['the twenty-first clock', ['the 21st']],
    ['a thousand sensors', ['1000个', 'which thousand?']],
    ['共有一百二十五座。', ['125是多少']],
  ] as const)('%s', (sentence, questions) => {
    const index = indexOf(sentence, '灯塔很高。', 'The sea is grey.');
    for (const question of questions)
      expect(search(analyse(question, index), 1).hits[0]?.passage, question).toBe(0);
  });
});
