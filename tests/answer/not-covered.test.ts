// The list of what the interview does not say: a question like those needs more evidence than others.
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { dictionary } from '../loaded.ts';
import { both, tideClocks } from './interviews.ts';

function askWith(list: string, question: string) {
  const bytes = new TextEncoder().encode(list);
  const knowledge = readCollection([tideClocks, { name: 'tide-clocks.questions.txt', bytes }]);
  expect(knowledge.problems).toEqual([]);
  return ask(openLibrary({ ...knowledge, dictionary }), { question });
}

const ASKED = 'How does the brass wheel of a tide clock follow the moon?';

describe('a question that the editor listed as not covered', () => {
  it('is answered where nobody listed it', () => {
    expect(askWith('', ASKED).outcome).toBe('answer');
  });

  it('is not answered any more, asked in the same words or nearly', () => {
    for (const question of [ASKED, ASKED.toUpperCase(), `${ASKED.slice(0, -1)} !`])
      expect(askWith(`[not covered]\n${ASKED}\n`, question).outcome).not.toBe('answer');
  });

  it('does not make its names known to the interview', () => {
    const question = 'How does the brass wheel of a Rolex tide clock follow the moon?';
    expect(askWith('', question).outcome).not.toBe('answer');
    expect(askWith('[not covered]\nDoes Rolex make one?\n', question).outcome).not.toBe('answer');
  });

  it('costs other questions nothing: a short list tells little', () => {
    expect(askWith('[not covered]\nWho won the regatta?\n', ASKED).outcome).toBe('answer');
  });
});

it('a question that the editor listed with an exchange needs less evidence there', () => {
  const question = 'What makes the thing tick along with luna?';
  const without = askWith('', question).reasoning;
  const others = Array.from({ length: 30 }, (_, number) => `Something quite different, number ${number}?`);
  const list = `[question 1]\n${question.replace('the', 'this')}\nWhy luna?\n[not covered]\n${others.join('\n')}\n`;
  const listed = askWith(list, question);
  expect(listed.reasoning.threshold).toBeLessThanOrEqual(without.threshold);
  expect(listed.reasoning.best?.source).toMatchObject({ exchange: 1 });
});

it('the list of one interview decides nothing about another', () => {
  const other = (question: string) => ask(both, { question });
  const source = (question: string) => {
    const reply = other(question);
    return reply.outcome === 'answer' ? reply.quotation.source.interview : reply.outcome;
  };
  expect(source('What is the moon wheel of a tide clock?')).toBe('tide-clocks');
  expect(source('How many teeth does the wheel have?')).toBe('tide-clocks');
  expect(source('AI治理的三大支柱是什么?')).toBe('song-haitao');
});
