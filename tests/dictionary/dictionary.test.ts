// The dictionary and what it lets a question find: words of the other language, and names by their sound.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { likeness, soundsOfName, soundsOfSyllable } from '../../src/language/sounds.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import type { Passage } from '../../src/search/index/runs.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';

const shipped = parseDictionary(
  readFileSync('src/dictionary/cedict.txt'),
  readFileSync('src/dictionary/ecdict.txt'),
);

function passage(...sentences: string[]): Passage {
  return { title: '', translatedTitle: '', wordings: [], sentences, translation: [] };
}

const CHINESE = [
  passage('机器人产业链有数十个关键环节。'),
  passage('布朗利认为，抗议者应当克制。'),
  passage('戈登森提议合并两家电视网。'),
  passage('叶绿体由两层膜包裹。'),
];
const ENGLISH = [
  passage('The chloroplast has two membranes.'),
  passage('The robot picks tomatoes in the greenhouse.'),
];

function first(passages: readonly Passage[], question: string): number | undefined {
  const index = buildIndex(passages, { lexicon: [], dictionary: shipped });
  return search(analyse(question, index), 1).hits[0]?.passage;
}

describe('parseDictionary', () => {
  const tiny = parseDictionary(
    'big cat dog\n卡尔\n狗\t2\tgou\n猫\t1,0 1\tmao miao\n豹\t0 1\n',
    'cat\t猫,猫咪\n',
  );

  it('finds the words whose glosses hold all the stems, with the gloss rank and length', () => {
    expect(tiny.translate(['cat'], 4)).toEqual([
      { word: '猫', rank: 0, stems: 1 },
      { word: '猫', rank: 1, stems: 2 },
      { word: '豹', rank: 0, stems: 2 },
    ]);
    expect(tiny.translate(['cat', 'big'], 4).map(({ word }) => word)).toEqual(['猫', '豹']);
    expect(tiny.translate(['cat'], 1).map(({ word }) => word)).toEqual(['猫']);
    expect(tiny.translate(['bird'], 4)).toEqual([]);
  });

  it('finds the first and the last word, and neither a beginning of one nor more than one', () => {
    const words = parseDictionary('big\n卡\n一\t0\n一心\t0\n一心一意\t0\n龟\t0\n', '');
    expect(['一', '一心', '一心一意', '龟'].filter((word) => !words.has(word))).toEqual([]);
    expect(
      ['', '一心一', '一心一意地', '丁', '龠', '\u0000', '𠀀'].filter((word) => words.has(word)),
    ).toEqual([]);
  });

  it('tells whether longer words begin with a text, be it a word or not', () => {
    const words = parseDictionary('big\n卡\n一\t0\n一心\t0\n一心一意\t0\n龟\t0\n', '');
    expect(['一', '一心', '一心一', '一心一意', '心', '丁', '龟', '龠'].filter(words.goesOn)).toEqual([
      '一',
      '一心',
      '一心一',
    ]);
  });

  it('gives glosses and readings back', () => {
    expect(tiny.size).toBe(3);
    expect(tiny.glossesOf('猫')).toEqual([['cat'], ['big', 'cat']]);
    expect(tiny.glossesOf('鸟')).toBeUndefined();
    expect(tiny.readingsOf('狗')).toEqual(['gou']);
    expect(tiny.readingsOf('猫')).toEqual(['mao', 'miao']);
    expect(tiny.readingsOf('豹')).toEqual([]);
    expect(tiny.frequencyOf('cat')).toBe(3);
  });

  it('gives the translations of the phrase book in its order, and none of a word it lacks', () => {
    expect(tiny.translationsOf(['cat'])).toEqual(['猫', '猫咪']);
    expect(tiny.translationsOf(['dog'])).toEqual([]);
  });
});

describe('a question in the other language', () => {
  it.each([
    ['How many links are in the robot industry chain?', 0, 'glosses of three words'],
    ['What encloses chloroplasts?', 3, 'the plural of a gloss'],
    ['What does Brownlee argue?', 1, 'a name by its sound'],
    ['Which merger was Goldenson planning?', 2, 'a name that loses a consonant in Chinese'],
  ])('%s -> passage %i: %s', (question, expected) => {
    expect(first(CHINESE, question)).toBe(expected);
  });

  it('finds English passages by the glosses of Chinese words', () => {
    expect(first(ENGLISH, '叶绿体有几层膜？')).toBe(0);
    expect(first(ENGLISH, '机器人在温室里做什么？')).toBe(1);
  });

  it('finds nothing without the dictionary', () => {
    const index = buildIndex(CHINESE, { lexicon: [] });
    expect(search(analyse('What encloses chloroplasts?', index), 1).hits).toEqual([]);
  });
});

describe('the phrase book', () => {
  // The glosses say that both 泉水 and 春天 mean "spring"; only the book says which is usual.
  const dictionary = (book: string) => parseDictionary('spring\n卡\n泉水\t0\n春天\t0\n公园\t\n', book);
  const passages = [
    passage('泉水很冷。'),
    passage('春天很冷。'),
    passage('约塞米蒂很大。'),
    passage('熔岩很热。'),
  ];
  const firstWith = (book: string, question: string) => {
    const index = buildIndex(passages, { lexicon: [], dictionary: dictionary(book) });
    return search(analyse(question, index), 1).hits[0]?.passage;
  };

  it('says which of two translations is the usual one', () => {
    expect(firstWith('spring\t春天\n', 'How is spring?')).toBe(1);
    expect(firstWith('spring\t泉水\n', 'How is spring?')).toBe(0);
  });

  it('translates a phrase as a whole', () => {
    expect(firstWith('molten rock\t熔岩\n', 'How is the molten rock?')).toBe(3);
  });

  it('stands for a beginning of its translation that the collection holds', () => {
    expect(firstWith('yosemit\t约塞米蒂公园\n', 'How is Yosemite?')).toBe(2);
    expect(firstWith('yosemit\t大峡谷公园\n', 'How is Yosemite?')).toBeUndefined();
  });
});

describe('likeness', () => {
  const chinese = (pinyin: string) => pinyin.split(' ').map(soundsOfSyllable).join('');
  it.each([
    ['goldenson', 'ge deng sen', 'bu lang li'],
    ['brownlee', 'bu lang li', 'ge lan jie'],
    ['nixon', 'ni ke song', 'niu ka si er'],
    ['thomas', 'tuo ma si', 'mi er la'],
  ])('hears %s in %s rather than in %s', (name, right, wrong) => {
    const sounds = soundsOfName(name);
    expect(likeness(sounds, chinese(right))).toBeGreaterThan(likeness(sounds, chinese(wrong)) + 0.1);
  });
});
