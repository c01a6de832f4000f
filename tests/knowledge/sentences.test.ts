import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphRanges, sentenceRanges, splitSentences } from '../../src/knowledge/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  test.each([
    [
      'at Chinese and ASCII marks',
      '甲。乙！丙？丁!戊?己；庚;辛',
      ['甲。', '乙！', '丙？', '丁!', '戊?', '己；', '庚;', '辛'],
    ],
    [
      'after closing quotes and brackets',
      '他说“好。”然后走了（真的？）。完',
      ['他说“好。”', '然后走了（真的？）。', '完'],
    ],
    ['after a run of marks', '真的？！是。', ['真的？！', '是。']],
    ['at a full stop before white space', 'It works. It does.', ['It works.', 'It does.']],
    ['after a full stop and a closing quote', '“It works.” It does.', ['“It works.”', 'It does.']],
    ['at a full stop that ends the paragraph', 'It cost 3.', ['It cost 3.']],
  ])('%s', (_name, text, expected) => expect(split(text)).toEqual(expected));
});

describe('a sentence does not end', () => {
  test.each([
    ['inside a decimal', 'It cost 3.5 pounds.'],
    ['after an abbreviation', 'Dr. Holt met Mrs. Vane at St. Anne, e.g. on Sundays.'],
    ['after initials', 'J. R. Holt of the U.S. Navy came.'],
    ['inside an address', 'See example.org or a.b now.'],
    ['at a full stop before Chinese', '由于1. 一般'],
    ['at an ideographic comma or a colon', '一是甲、乙，二是丙:丁'],
  ])('%s', (_name, text) => expect(split(text)).toEqual([text]));
});

test('sentences hold every visible character once, in order, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'甲。；;.!?”) a1Ab\n') }), (raw) => {
      const text = raw
        .split(/\n{2,}/)
        .map((part) => part.trim())
        .filter(Boolean)
        .join('\n\n');
      const paragraphs = paragraphRanges(text);
      const sentences = sentenceRanges(text, paragraphs);
      const visible = (part: string) => part.replace(/\s/g, '');
      expect(visible(sentences.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(visible(text));
      for (const { start, end } of sentences)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
    }),
  );
});
