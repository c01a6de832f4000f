// The quick look at many collections: which of them may have something to say of a question.
import { expect, test } from 'vitest';
import { readQuestion } from '../../src/language/question-words.ts';
import { buildIndex, type SearchIndex } from '../../src/search/index/index.ts';
import { shareTerms } from '../../src/search/index/vocabulary.ts';
import { heldByEach } from '../../src/search/rank/likely.ts';
import { shippedSource } from '../answer/interviews.ts';

const dictionary = shippedSource.dictionary;

/** One for each text. */
function indexesOf(texts: readonly string[]): readonly SearchIndex[] {
  const terms = shareTerms();
  return texts.map((text) => {
    const passage = { title: '', translatedTitle: '', wordings: [], sentences: [text], translation: [] };
    return buildIndex([passage], { lexicon: [], terms, ...(dictionary ? { dictionary } : {}) });
  });
}

const TEXTS = [
  'She mends clocks in the harbour.',
  'He keeps bees on a roof in town.',
  '她在港口修理钟表。',
  '他在屋顶上养蜂。',
  'They paint posters for the cinema.',
];

/** The places of those that hold most, in their order. */
function likeliest(question: string, most: number): readonly number[] {
  const held = [...heldByEach(indexesOf(TEXTS), readQuestion(question)).entries()];
  return held
    .filter(([, score]) => score > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([at]) => at)
    .slice(0, most)
    .sort();
}

test.each([
  ['who mends clocks', [0], 'the words themselves'],
  ['养蜂', [3], 'two characters side by side'],
  ['the clocks and the posters', [0, 4], 'one that says either, in their order'],
])('of five collections %s chooses %j: %s', (question, expected) => {
  expect(likeliest(question, expected.length)).toEqual(expected);
});

test.each([
  ['bees', [1, 3], 'an English word and what the dictionary makes of it'],
  ['蜜蜂', [1], 'a Chinese word that only English texts say'],
])('the dictionary bridges languages: %s chooses %j (%s)', (question, expected) => {
  expect(likeliest(question, 2)).toEqual(expect.arrayContaining([...expected]));
});

test('a question that no collection says a word of chooses none', () => {
  expect(likeliest('xylophone', 2)).toEqual([]);
});
