// Ranking on small readable collections: each row says why the passage must come first.

import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/index/index.ts';
import type { Passage, PhraseGroups } from '../../src/search/index/runs.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';
import { chooseSentences, scoreSentences } from '../../src/search/rank/sentences.ts';

function passage(title: string, ...sentences: string[]): Passage {
  return { title, translatedTitle: '', wordings: [], sentences, translation: [] };
}

const GARDEN: readonly Passage[] = [
  passage('How do I water tomatoes?', 'Water them every morning.', 'Keep the leaves dry, or mould grows.'),
  passage('When should I plant beans?', 'Plant beans in May.', 'The soil must be warm.'),
  {
    title: '番茄怎么浇水？',
    translatedTitle: '',
    wordings: ['西红柿缺水怎么办'],
    sentences: ['每天早晨浇一次。', '叶子要保持干燥。'],
    translation: [],
  },
  passage('种豆子要注意什么？', '土壤温度要高。', '豆子怕冷，五月再种。'),
];

function first(question: string, lexicon: PhraseGroups = []): number | undefined {
  const index = buildIndex(GARDEN, { lexicon });
  return search(analyse(question, index), 1).hits[0]?.passage;
}

describe('ranking', () => {
  it.each([
    ['how to water a tomato', 0, 'another form of each word'],
    ['when do I plant beans', 1, 'the title, almost to the letter'],
    ['WATERING TOMATOES', 0, 'case and -ing'],
    ['番茄浇水', 2, 'two words of the title, no question word'],
    ['番茄怎麼澆水', 2, 'the title in traditional characters'],
    ['西红柿缺水', 2, 'another wording'],
    ['豆子怕冷吗', 3, 'words of the answer only'],
  ])('%s -> passage %i: %s', (question, expected) => {
    expect(first(question)).toBe(expected);
  });

  it('finds nothing by question words alone', () => {
    expect(first('what is it?')).toBeUndefined();
    expect(first('为什么呢？')).toBeUndefined();
  });

  it('finds nothing in a passage that shares no word', () => {
    expect(first('quantum chromodynamics')).toBeUndefined();
  });

  it('finds a passage by another phrase of the same concept', () => {
    expect(first('irrigation')).toBeUndefined();
    expect(first('irrigation', [['irrigation', 'every morning']])).toBe(0);
  });

  it('settles ties by passage number', () => {
    const index = buildIndex([passage('', 'same words'), passage('', 'same words')], { lexicon: [] });
    expect(search(analyse('same words', index), 2).hits.map((hit) => hit.passage)).toEqual([0, 1]);
  });
});

describe('titles that are questions', () => {
  it('count less for a word that carries any question', () => {
    const fillers = Array.from({ length: 60 }, (_, at) => passage(`What is item${at}?`, `Entry ${at}.`));
    const titles = [passage('What is wanted?', 'See below.'), passage('What is lantern oil?', 'See above.')];
    const index = buildIndex([...titles, ...fillers], { lexicon: [] });
    const [hit] = search(analyse('want lantern', index), 1).hits;
    expect(hit?.passage).toBe(1);
  });
});

describe('a title that asks for a definition', () => {
  const FAQ = [
    passage('What is a virus?', 'A small thing.'),
    passage('How does it spread between people?', 'The virus spreads by air.'),
    passage('Where can I get tested?', 'Here.'),
    passage('Should I get tested for it?', 'Perhaps.'),
  ];
  const firstOf = (question: string) =>
    search(analyse(question, buildIndex(FAQ, { lexicon: [] })), 1).hits[0]?.passage;

  it('is no match for keywords because it holds one of them', () => {
    expect(firstOf('virus spread')).toBe(1);
    expect(firstOf('what is the virus')).toBe(0);
  });
});

describe('a list of frequent questions', () => {
  const question = 'rust on the old lantern';
  const asked = passage('Does a lantern rust?', 'Yes.');
  function indexOf(answer: string) {
    const told = passage('What should I clean?', answer);
    const fillers = Array.from({ length: 60 }, (_, at) =>
      passage(`Where is item${at}?`, answer.replace(/\w+/g, `w${at}`)),
    );
    return buildIndex([asked, told, ...fillers], { lexicon: [] });
  }

  it('is searched by its titles more than by its short answers', () => {
    const index = indexOf('Rust on the old lantern.');
    expect(index.questionList).toBe(1);
    expect(search(analyse(question, index), 1).hits[0]?.passage).toBe(0);
  });

  it('is no interview, whose long answers say much that the questions do not', () => {
    const long = 'It rained and the days went by as they do. '.repeat(20);
    expect(indexOf(long).questionList).toBe(0);
  });

  it('is no interview of a few exchanges, however short their answers', () => {
    const index = buildIndex([asked, passage('What should I clean?', 'The old lantern.')], { lexicon: [] });
    expect(index.questionList).toBe(0);
  });
});

it('a phrase of the lexicon with a mark in it is found where it stands', () => {
  const passages = [
    passage('', 'It rained.'),
    passage('', 'The U.S. planted beans.'),
    passage('', 'Snow fell.'),
  ];
  const index = buildIndex(passages, { lexicon: [['U.S.', 'America']] });
  expect(search(analyse('what did America do', index), 1).hits[0]?.passage).toBe(1);
});

describe('explanation', () => {
  it('adds up to the score and names the places', () => {
    const index = buildIndex(GARDEN, { lexicon: [] });
    const [hit] = search(analyse('西红柿早晨浇水', index), 1).hits;
    const parts = hit?.explain().parts ?? [];
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(hit?.score ?? 0);
    const places = new Map(hit?.explain().terms.map((term) => [term.text, term.places]));
    expect(places.get('早晨')).toEqual(['answer']);
    expect(places.get('西红')).toEqual(['asked-as']);
    expect(places.get('浇水')).toEqual(['question']);
  });
});

describe('chooseSentences', () => {
  it('quotes the sentence that holds the words of the question', () => {
    const index = buildIndex(GARDEN, { lexicon: [] });
    const { first: from, last } = chooseSentences(index, scoreSentences(analyse('叶子干燥', index), 2));
    expect(from).toBeLessThanOrEqual(1);
    expect(last).toBe(1);
  });
});
