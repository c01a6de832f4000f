import { expect, test } from 'vitest';
import table from '../../src/language/words-to-bot.json' with { type: 'json' };
import { alternatives, spelledWords } from '../../src/language/words-to-bot.ts';

test('every phrase of the table is written as the words of a text are spelled, so that none is spelled at the start', () => {
  const phrases = Object.values(table.words).flatMap(alternatives);
  expect(phrases.filter((phrase) => spelledWords(phrase).join(' ') !== phrase)).toEqual([]);
});
