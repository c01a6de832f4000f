// References back: sentences and questions that point at what was named before, in both languages and scripts.
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { needsSentenceBefore, pointsBack, pronounIn, speaksOfIt } from '../../src/language/kinds.ts';

describe('a sentence that cannot stand without the one before', () => {
  test.each([
    ['这些钟都停了。', 'a demonstrative'],
    ['這些鐘都停了。', 'the same in the other script'],
    ['它停了三年。', 'a pronoun'],
    ['他们后来走了。', 'a pronoun of several'],
    ['因此没人来。', 'a conclusion'],
    ['其原因有三。', 'a possessive'],
    ['This is why.', 'a demonstrative'],
    ['They stopped.', 'a pronoun'],
    ['Hence the rust.', 'a conclusion'],
    ['我们为这口钟吵了一夜。', 'a demonstrative behind a preposition'],
    ['靠着这个,钟楼没有塌。', 'a demonstrative behind a verb that leans on it'],
    ['但它还在走。', 'a pronoun behind but'],
    ['And they stopped.', 'the same in English'],
    ['After that the bell fell silent.', 'a demonstrative behind a preposition'],
    ['By dawn he was on the bridge.', 'a pronoun behind a phrase'],
    ['退潮时他上了桥。', 'the same in Chinese'],
    ['买下它花了三百元。', 'a pronoun behind the verb that opens'],
    ['But the clock stopped.', 'what is said against the one before'],
    ['同时,钟楼也要修。', 'what is said beside it'],
    ['The bell does not know that either, to be fair.', 'what goes for another, too'],
    ['Most of them rust.', 'some of what was named'],
    ['Two bells in three crack like that.', 'a demonstrative at the end'],
    ['老钟都是这样。', 'the same in Chinese'],
  ])('%s (%s)', (sentence) => expect(needsSentenceBefore(sentence)).toBe(true));

  test.each([
    ['这里很冷。', 'a place'],
    ['此外还有盐。', 'besides'],
    ['其他的钟没停。', 'others'],
    ['其实不难。', 'in fact'],
    ['那么大的钟很少。', 'so big'],
    ['When the tide is out, they dig.', 'a noun before the pronoun'],
    ['退潮时渔夫上了桥。', 'a noun behind a phrase'],
    ['Theatre bells ring.', 'a word that begins so'],
    ['The clock stopped.', 'a noun'],
    ['After the flood Ada rang that bell.', 'a demonstrative in the midst'],
    ['我们为一口钟吵了一夜。', 'no demonstrative'],
  ])('is not: %s (%s)', (sentence) => expect(needsSentenceBefore(sentence)).toBe(false));
});

test.each([
  ['what did she answer', true],
  ['它多大', true],
  ['那缺點呢', true],
  ['what are her plans', false],
  ['应该怎么修', false],
  ['因此停了吗', false],
  ['其他的鐘', false],
  ['who plays the guitar', false],
  ['吉他是谁的', false],
])('“%s” points back: %s', (part, points) => {
  expect(pointsBack(part)).toBe(points);
});

test.each([
  ['它有什么用', true],
  ['所以呢', true],
  ['what is its use', true],
  ['那客观因素呢', false],
  ['他是谁', false],
  ['哪这么冷', false],
])('“%s” is about the thing that was said: %s', (question, is) => {
  expect(speaksOfIt(fold(question))).toBe(is);
});

test.each([
  ['她修鐘。她的手很巧。', 'she'],
  ['她們都來了。', undefined],
  ['他修钟,其他人看。', 'he'],
  ['She saw him.', undefined],
  ['Her clock, hers alone', 'she'],
  ['The clock', undefined],
] as const)('“%s” speaks of one person as %s', (text, pronoun) => {
  expect(pronounIn(fold(text))).toBe(pronoun);
});
