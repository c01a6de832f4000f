// Folding: what a reader takes for the same text folds to the same string; words that capitals make other words do not: the US is not us.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { fold } from '../../src/language/fold.ts';
import { readWordsToBot } from '../../src/language/words-to-bot.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';

describe('fold', () => {
  it.each([
    ['full-width letters and digits', 'ＡＩ２０２５', 'ai2025'],
    ['capitals', 'WAIC', 'waic'],
    ['accents', 'Café Müller', 'cafe muller'],
    ['accents written apart', 'Cafe\u0301', 'cafe'],
    ['traditional characters', '臺灣學術', '台湾学术'],
    ["Taiwan's words in a traditional text", '人工智慧與資訊網路', '人工智能与信息网络'],
    ['the same where a fifth of a short text is traditional', '軟體是什麼', '软件是什么'],
    ['the same beside characters that both scripts write', '批准的程式與游泳', '批准的程序与游泳'],
    ['not in a simplified text', '什么是智慧?', '什么是智慧?'],
    ['nor where one odd character stands in it', '乾隆时代有没有这个程式?', '干隆时代有没有这个程式?'],
    ['nor where simplified characters are as many', '乾隆是谁的智慧', '干隆是谁的智慧'],
    ['radicals that a PDF has for ideographs', '院⻓是⺠⽣的⼈', '院长是民生的人'],
    ['a radical of a traditional text', '院⻑', '院长'],
    [
      'characters without width',
      '灯\u200b塔 la\u00admp \u200fאב\u200e 数\u2060据 ❤\ufe0f',
      '灯塔 lamp אב 数据 ❤',
    ],
    ['kana keep their marks', 'ガが', 'ガが'],
    ['characters beyond the first plane', '𠮷野家', '𠮷野家'],
  ])('makes one of %s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing when it is done twice', () => {
    const once = fold('人工智慧 ＡＩ ﬁne ½');
    expect(fold(once)).toBe(once);
  });
});

const dictionary = parseDictionary(
  readFileSync('src/dictionary/cedict.txt'),
  readFileSync('src/dictionary/ecdict.txt'),
);

describe('words that capitals make others', () => {
  it.each([
    ['US 怎么看?', 'ᴜꜱ 怎么看?', 'among Chinese'],
    ['US', 'ᴜꜱ', 'alone'],
    ['Does the US lead in AI?', 'does the ᴜꜱ lead in ai?', 'among small letters'],
    ['The U.S. leads; the U.S.A. too', 'the ᴜꜱ leads; the ᴜꜱ too', 'with full stops'],
    ['Is the WHO involved?', 'is the ᴡʜᴏ involved?', 'among small letters'],
    ["The US's AIDS policy", "the ᴜꜱ's ᴀɪᴅꜱ policy", 'with a possessive'],
    ['Who is he? IT IS HIM', 'who is he? it is him', 'a sentence of capitals'],
    ['WHO IS HE', 'who is he', 'a text of capitals'],
    ['Tell us who it is', 'tell us who it is', 'small letters'],
    ['Who aids us? It helps.', 'who aids us? it helps.', 'first letters'],
    ['BUS, USB and WHOM', 'bus, usb and whom', 'other words'],
  ])('reads %s as %s: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });
});

it('hears words to the bot in any letters', () => {
  expect(readWordsToBot('WHO are you?')).toEqual(readWordsToBot('who are you?'));
});

const passage = (sentence: string) => ({
  ...{ title: '', translatedTitle: '', wordings: [], translation: [] },
  sentences: [sentence],
});

describe('a question', () => {
  const english = buildIndex(
    [
      'The more people use it, the better.',
      'Those who aid us',
      'The US leads.',
      'Ask the WHO.',
      'Use RAG.',
    ].map(passage),
    { lexicon: [], dictionary },
  );
  const chinese = buildIndex(
    ['大家都在用它。', '美国领先。', '世卫组织发布指南。', '检索增强生成很有用。'].map(passage),
    { lexicon: [], dictionary },
  );
  it.each([
    [english, 'What about the US?', 2, 'the country'],
    [english, 'US 怎么看?', 2, 'the country, among Chinese'],
    [english, 'Is the WHO involved?', 3, 'the organization'],
    [english, '美国呢?', 2, 'its Chinese name'],
    [english, '世卫组织怎么看?', 3, 'its short Chinese name'],
    [english, 'what is rag', 4, 'small letters, where the word says something'],
    [chinese, 'Does the US matter?', 1, 'a Chinese text'],
    [chinese, 'US 怎么样?', 1, 'a Chinese text, among Chinese'],
    [chinese, 'The WHO?', 2, 'a Chinese text'],
    [chinese, 'what is RAG', 3, 'a Chinese text'],
  ] as const)('finds what it names: %#', (...row) => {
    const [index, question, place] = row;
    expect(search(analyse(question, index), 1).hits[0]?.passage).toBe(place);
  });

  it('finds no other word', () => {
    const others = buildIndex(['The more people use it, the better.', 'Those who aid us.'].map(passage), {
      lexicon: [],
      dictionary,
    });
    expect(search(analyse('US? WHO 怎么样? AIDS?', others), 1).hits).toEqual([]);
  });
});
