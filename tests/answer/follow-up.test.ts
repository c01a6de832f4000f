import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openFiles, textOf } from './small.ts';

const TEXT =
  'I left the mill because it burned. The bakery opened in spring. It sells rye. Everybody likes rye bread.';
const library = openFiles({
  'bakery.md': textOf({
    title: 'The bakery',
    name: 'Ada Quill',
    questions: ['When did the bakery open?'],
    answers: [TEXT],
  }),
});

test('“why?” looks back to the reason where none is told after what was quoted', () => {
  const text = 'The bakery opened in spring.';
  const start = TEXT.indexOf(text);
  const source = { interview: 'bakery', section: 'exchange', exchange: 1 } as const;
  const earlier = { source, start, end: start + text.length, text };
  const reply = ask(library, { question: 'Why?', earlier });
  expect(reply).toMatchObject({
    outcome: 'answer',
    quotation: { text: 'I left the mill because it burned.' },
  });
});

test('where “it” may be what was quoted, or what another answer says more of, both are offered', () => {
  const library = openFiles({
    'bakery.md': textOf({
      title: 'The bakery',
      name: 'Ada Quill',
      questions: ['What is the oven like?', 'What is the cellar like?'],
      answers: [
        'The oven is old. Its door is heavy and painted green.',
        'The cellar is dry. A brass handle opens the heavy trapdoor, and nobody else has the key.',
      ],
    }),
  });
  const before = ask(library, { question: 'What is the oven like?' });
  if (before.outcome !== 'answer') throw new Error('the oven is not found');
  const reply = ask(library, { question: 'Is it heavy brass?', earlier: before.quotation });
  expect(reply).toMatchObject({ outcome: 'suggest', reason: 'too-close' });
  expect(reply.suggestions.map(({ source }) => 'exchange' in source && source.exchange)).toEqual([1, 2]);
});
