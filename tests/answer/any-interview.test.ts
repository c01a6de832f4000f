// An interview that nobody wrote a lexicon or a list of questions for: what it plainly says is answered, by its own words.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { type Library, openLibrary } from '../../src/answer/library.ts';
import { quoteSentences } from '../../src/answer/quotation.ts';
import type { Quotation } from '../../src/answer/reply.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { tideClocks } from './interviews.ts';

const library = openLibrary({ ...readCollection([tideClocks]), lexicons: [], questions: [] });

function quoted(question: string): string | undefined {
  const reply = ask(library, { question });
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
    ['How many weeks does a small clock take at Greenwich?', 'names a place that nobody mentions'],
    ['Where is everybody?', 'has no topic'],
    ['How many weeks does a small clock take in 1999?', 'names a year that nobody mentions'],
  ])('%s (%s)', (question) => {
    expect(quoted(question)).toBeUndefined();
  });
});

test('a word of chat is a topic where it is the noun of a question and the text has it', () => {
  const reasonIn = (answer: string, question: string) => {
    const reply = ask(interviewWith(answer), { question });
    return reply.outcome === 'abstain' ? reply.reason : reply.outcome;
  };
  const dug = 'The well is nine metres deep. Two brothers dug it.';
  expect(reasonIn(dug, 'What is the well?')).not.toBe('not-a-question');
  expect(reasonIn(dug, 'well, well')).toBe('not-a-question');
  expect(reasonIn('Two brothers dug a pond.', 'What is the well?')).toBe('not-a-question');
});

function interviewWith(answer: string): Library {
  const head =
    '---\ntitle: T\ninterviewee:\n  name: N\npublication: P\ndate: 2024-05-01\nlanguage: zh-CN\n---';
  const bytes = new TextEncoder().encode(`${head}\n\n## Q: 塔里有谁?\n\n${answer}\n`);
  return openLibrary({ ...readCollection([{ name: 'one.md', bytes }]), lexicons: [], questions: [] });
}

test('a name with a rare character is found like any other', () => {
  const reply = ask(interviewWith('𠮷野修了钟,他住在塔里。下雨了。'), { question: '𠮷野住在哪里?' });
  expect(reply.outcome).toBe('answer');
});

describe('a follow-up that only asks where or when', () => {
  const library = interviewWith(
    '钟停了。在不同城市,钟的样子不一样。他住在东港市。它一共响了1200下。修好是在1862年。',
  );
  const earlier = quoteFirst(library);

  test.each([
    ['在哪里?', '他住在东港市。'],
    ['什么时候?', '修好是在1862年。'],
  ])('%s', (question, sentence) => {
    const reply = ask(library, { question, earlier });
    expect(reply.outcome === 'answer' && reply.quotation.text).toBe(sentence);
  });
});

/** The first sentence of the only exchange, as an earlier answer. */
function quoteFirst({ interviews: [interview] }: Library): Quotation {
  const section = interview?.sections[0];
  if (!interview || !section) throw new Error('The interview was refused.');
  return quoteSentences(interview, section, { first: 0, last: 0 });
}

describe('a word typed alone', () => {
  test('is the byline where it is a part of it', () => {
    expect(quoted('Renn')).toBe('Tobias Renn');
  });

  test.each(['the', 'fictional', 'that'])('is not the magazine or its series for holding “%s”', (word) => {
    expect(quoted(word)).not.toBe('The Longshore Quarterly (a fictional magazine)');
    expect(quoted(word)).not.toBe('Hands That Know');
  });
});
