// An interview that nobody wrote a lexicon or a list of questions for: what it plainly says is answered, by its own words.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openCollection } from '../../src/answer/collection.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { tideClocks } from './interviews.ts';

const collection = openCollection({ ...readCollection([tideClocks]), lexicon: [], questions: [] });

function quoted(question: string): string | undefined {
  const reply = ask(collection, { question });
  return reply.outcome === 'answer' ? reply.quotation.text : undefined;
}

describe('a fact that a sentence tells in the question’s words', () => {
  test.each([
    ['How many weeks does a small clock take?', 'ten weeks'],
    ['For how many days does a clock stand untouched on the bench?', 'nine days'],
    ['How long did the great clock of St. Ebba’s take?', 'two years and two months'],
    ['How much does the Pell Bequest give her each year?', '14,000 crowns'],
    ['When does the harbour office set its clock?', 'every Friday'],
    ['How old is her wheel-cutting engine?', '1862'],
  ])('%s', (question, fact) => {
    expect(quoted(question)).toContain(fact);
  });
});

describe('a question that no sentence answers', () => {
  test.each([
    ['What did Taylor Swift say about the moon wheel?', 'names somebody whom nobody mentions'],
    ['How many clocks did she restore in 1999?', 'names a year that nobody mentions'],
  ])('%s (%s)', (question) => {
    expect(quoted(question)).toBeUndefined();
  });
});

describe('a word typed alone', () => {
  test('is the byline where it is a part of it', () => {
    expect(quoted('Renn')).toBe('Tobias Renn');
  });

  test.each(['the', 'fictional', 'that'])('is not the magazine or its series for holding “%s”', (word) => {
    expect(quoted(word)).not.toBe('The Longshore Quarterly (a fictional magazine)');
    expect(quoted(word)).not.toBe('Hands That Know');
  });
});
