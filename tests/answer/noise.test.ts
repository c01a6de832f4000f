// A question is read without the links, file names, mentions and code that stand beside it.

import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openFiles, textOf } from './small.ts';

const library = openFiles({
  'one.md': textOf({
    title: 'A talk',
    name: 'Ada Quill',
    language: 'en',
    answers: ['The lantern burns whale oil. Gulls sleep on the roof.'],
  }),
});

describe('ask', () => {
  const plain = ask(library, { question: 'What does the lantern burn?' });
  it.each([
    'What does the lantern burn? https://a.example/tower',
    'What does the lantern burn? (from report_final_v2.pdf)',
    '<@123> What does the lantern burn? <:x:1>',
    '```\nconst oil = 1;\n```\nWhat does the lantern burn?',
  ])('answers “%s” as without', (question) => {
    expect(ask(library, { question })).toEqual({ ...plain, question });
  });

  it.each(['https://a.example/tower', 'report_final_v2.pdf', '<@123>', '`oil`'])(
    'finds no question in “%s”',
    (question) => {
      expect(ask(library, { question })).toMatchObject({ outcome: 'abstain', reason: 'not-a-question' });
    },
  );
});
