// A question is read without the links, file names, mentions and code that stand beside it.

import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { presentAnswer, presentNotice } from '../../src/wording/present.ts';
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
    'What does the lantern burn? (ticket 8812)',
    'issue 8812: What does the lantern burn?',
    'What does the lantern burn? id: 0b9d1c52-77aa-4e10-8f3e-5c1d2e3f4a5b',
    'What does the lantern burn? #90210',
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

describe('a long message', () => {
  const question = 'What does the lantern burn? ';
  const unmarked = 'what does the lantern burn ';
  const beginning = 500;

  it.each([
    ['of 500 characters', question.padEnd(beginning, 'and '), undefined],
    ['that goes on', unmarked.padEnd(beginning + 1, 'and '), beginning],
    ['of 6,000 characters', unmarked.padEnd(6_000, 'and '), beginning],
    ['of 201 ideographs', unmarked.padEnd(unmarked.length + 201, '和'), unmarked.length + 200],
    ['whose link is as long', `${question}https://a.example/${'x'.repeat(1_000)}`, undefined],
  ] as const)(
    '%s is answered by its beginning, and the reply says how much that was',
    (_, text, readUpTo) => {
      const reply = ask(library, { question: text });
      expect(reply.readUpTo).toBe(readUpTo);
      expect(reply.outcome).not.toBe('abstain');
      const shown =
        reply.outcome === 'answer'
          ? presentAnswer(reply, 'en-US').readAs
          : presentNotice(reply, { interviews: library.interviews, locale: 'en-US' }).text;
      const line = `Only the first ${readUpTo ?? beginning} characters were read.`;
      if (readUpTo === undefined) expect(shown ?? '').not.toContain(line);
      else expect(shown).toContain(line);
    },
  );

  it('that ends with its question is answered by that, and the reply says that the rest was not read', () => {
    const story = 'I grew up far from any harbour and never saw such a thing before. '.repeat(12);
    const reply = ask(library, { question: `${story}${question}` });
    expect(reply.readUpTo).toBe('questions');
    expect(reply.outcome).toBe(ask(library, { question }).outcome);
    expect(reply.outcome === 'answer' && presentAnswer(reply, 'en-US').readAs).toBe(
      'Only the questions in it were read.',
    );
  });
});
