import { expect, test } from 'vitest';
import { alternatives, spelledWords } from '../../src/language/spelled-words.ts';
import table from '../../src/language/words-to-bot.json' with { type: 'json' };

test('every phrase of the table is written as the words of a text are spelled, so that none is spelled at the start', () => {
  const phrases = Object.values(table.words).flatMap(alternatives);
  expect(phrases.filter((phrase) => spelledWords(phrase).join(' ') !== phrase)).toEqual([]);
});
