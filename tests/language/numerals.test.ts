// Numerals of an English question, and how a Chinese passage writes them.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { fold } from '../../src/language/fold.ts';
import { numeralsIn } from '../../src/language/numerals.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';

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
