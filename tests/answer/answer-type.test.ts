// What kind of answer a sentence can be: a number for who asks how many, a date for who asks when.
import { describe, expect, test } from 'vitest';
import { canTell } from '../../src/answer/evidence/answer-type.ts';

describe('how many', () => {
  test.each([
    ['how many people attended', '共有三百人参加。', true, 'people are counted by 人'],
    ['how many people attended', '他在三个项目里工作。', false, 'the noun is not the last word'],
    ['how many young people attended', '他在三个项目里工作。', false, 'one word may stand before the noun'],
    ['how many days did it take', '他在三个项目里工作。', false, 'days are not counted by 个'],
    ['how many particles are there', '共有三个粒子。', true, 'particles are no articles'],
    ['how many days did it take', 'It took nine days.', true, 'an English text has no classifiers'],
    ['how many days did it take', 'It took long.', false, 'no number at all'],
  ])('%s: %s', (question, text, tells) => {
    expect(canTell('number', question, text)).toBe(tells);
  });
});

describe('when', () => {
  test.each([
    ['The clock stopped in 1862.', true],
    ['It stopped on 12 January.', true],
    ['The keeper sets it every Friday.', true],
    ['It has run since May.', true],
    ['Rust may come again.', false],
    ['We polished 1200 pins.', false],
    ['钟在1862年停了。', true],
    ['钟停了很久。', false],
  ])('%s', (text, tells) => {
    expect(canTell('date', 'when did it stop', text)).toBe(tells);
  });
});
