// Remembered look-ups: the same results, looked up once while there is room.
import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/index/index.ts';
import { remembering } from '../../src/search/query/look-up.ts';

const index = buildIndex([], { lexicon: [] });

function counting(most: number) {
  const asked: string[] = [];
  const lookUp = remembering(most, (_, words) => {
    asked.push(words);
    return words.startsWith('x') ? undefined : words.toUpperCase();
  });
  return { asked, lookUp };
}

test('what was found, and that nothing was, is looked up once', () => {
  const { asked, lookUp } = counting(10);
  const words = ['cat', 'xylo', '猫', ''];
  for (const word of [...words, ...words])
    expect(lookUp(index, word)).toBe(word === 'xylo' ? undefined : word.toUpperCase());
  expect(asked).toEqual(words);
});

test('each index remembers its own', () => {
  const { asked, lookUp } = counting(10);
  lookUp(index, 'cat');
  lookUp(buildIndex([], { lexicon: [] }), 'cat');
  expect(asked).toEqual(['cat', 'cat']);
});

test('the oldest gives way where there is no more room', () => {
  const { asked, lookUp } = counting(2);
  for (const word of ['one', 'two', 'three', 'two', 'one'])
    expect(lookUp(index, word)).toBe(word.toUpperCase());
  expect(asked).toEqual(['one', 'two', 'three', 'one']);
});
