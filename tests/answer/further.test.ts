// Several places: what is asked in parts, or treated in two sections, is quoted from each; nothing is quoted to fill space.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { partsOf } from '../../src/answer/further.ts';
import { evaluatePlaces } from '../../src/evaluation/test-interviews.ts';
import { known } from '../loaded.ts';
import { both } from './interviews.ts';

function placesOf(question: string, interview: string) {
  const reply = ask(both, { question, interview });
  const quoted = reply.outcome === 'answer' ? [reply, ...reply.further] : [];
  return quoted.map(({ quotation: { source } }) =>
    source.section === 'exchange' ? source.exchange : source.section,
  );
}

describe('a question is taken apart', () => {
  test.each([
    ['What are her tools, and how do you look after a clock?', 2, '“and” before a question word'],
    ['她的师父是谁?她自己又怎么挑学徒?', 2, 'one question mark after another'],
    ['What are her tools and materials?', 1, '“and” between two things'],
    ['盐和油对钟有什么影响', 1, 'no end within'],
    ['a? b? c? d? e? clocks? wheels? tides? harbours? moons?', 0, 'a post of many questions is none'],
    ['', 0, 'nothing is asked'],
  ])('%s: %i (%s)', (question, count) => {
    expect(partsOf(question)).toHaveLength(count);
  });
});

describe('an answer quotes', () => {
  test.each<readonly [readonly (number | string)[], string, string]>([
    [[2, 8], 'How did she get into the trade and how does she pick apprentices?', 'each part’s section'],
    [[7, 9], 'What are her tools, and how do you look after a tide clock?', 'two parts, neither sure as one'],
    [[5], 'Why did the great clock stop, and who pulled the pin?', 'one section for two parts of it'],
    [[9], 'How often should I wind the clock, and where should I hang it?', 'no part that points back'],
  ])('%j: %s (%s)', (places, question) => {
    expect(placesOf(question, 'tide-clocks').toSorted()).toEqual(places);
  });

  test('a further place whole: to the letter, cited, and not offered again below', () => {
    const question = 'How did she get into the trade and how does she pick apprentices?';
    const reply = ask(both, { question, interview: 'tide-clocks' });
    if (reply.outcome !== 'answer') throw new Error(reply.outcome);
    const [other] = reply.further;
    if (!other) throw new Error('there is no further place');
    expect(other.citation.paragraphs).toBeDefined();
    expect(other.further).toEqual([]);
    const offered = reply.suggestions.map(({ source }) => source);
    expect(offered).not.toContainEqual(other.quotation.source);
  });
});

test('of the judged questions, three of five of those of several places are quoted from all, and needlessly twice at most one in twenty', async () => {
  const { several, allShown, single, needless } = evaluatePlaces(known);
  expect(several).toBeGreaterThanOrEqual(60);
  expect(single).toBeGreaterThanOrEqual(40);
  expect(allShown / several).toBeGreaterThanOrEqual(0.6);
  expect(needless / single).toBeLessThanOrEqual(0.05);
});
