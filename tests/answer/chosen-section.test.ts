import { expect, test } from 'vitest';
import { keySentence } from '../../src/answer/chosen-section.ts';
import { openFiles, textOf } from './small.ts';

test('the key sentence of an answer stands alone, though one that points back says more', () => {
  const library = openFiles({
    'wheels.md': textOf({
      title: 'Wheels',
      name: 'Ada Quill',
      questions: ['How do you clean brass wheels?'],
      answers: [
        'My mother had soap. That is what cleans brass wheels, as warm water cleans brass. Wheels dry in sawdust.',
      ],
    }),
  });
  const source = { interview: 'wheels', section: 'exchange', exchange: 1 } as const;
  expect(keySentence(library, { source, language: 'en' })?.quotation.text).toBe('Wheels dry in sawdust.');
});
