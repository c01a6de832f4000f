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
    [
      'whatever without width stands around its mark',
      'It works\u200b.\u00ad It does!\u2060”Yes.',
      ['It works\u200b.\u00ad', 'It does!\u2060”', 'Yes.'],
    ],
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

describe('a mark within a quotation, a bracket or an address', () => {
  test.each([
    ['before a comma', '他说“旧船不值钱!”,我不信。', ['他说“旧船不值钱!”,我不信。']],
    ['before an ideographic comma', '“走吗?”、“留下”都说过。', ['“走吗?”、“留下”都说过。']],
    ['before a comma behind a bracket', '九口(有一口裂了！)，都能响。', ['九口(有一口裂了！)，都能响。']],
    ['before a closing bracket', '他走了（他说：“再见！” ）才关门。', ['他走了（他说：“再见！” ）才关门。']],
    ['in the title of a work', '他写了《谁是赢家?》一书。'],
    ['before a dash', '“真的吗?”——他问。', ['“真的吗?”——他问。']],
    ['before a lower-case word', '"Is it late?" asked Ann. "No."', ['"Is it late?" asked Ann.', '"No."']],
    ['before a lower-case word in a bracket', 'He sold it (a loss; he knew) to Ann.', undefined],
    ['inside an address', 'See https://a.example/b?c=1;d=2!e then.', undefined],
    ['inside an address without a scheme', 'See a.example/b?c=1;d=2 then.', undefined],
  ])('ends no sentence %s', (_name, text, expected = [text]) => expect(split(text)).toEqual(expected));

  test.each([
    ['the next sentence', '“甲。乙。”丙说。', ['“甲。', '乙。”', '丙说。']],
    ['a capital', '(Is it? Or not?) We saw.', ['(Is it?', 'Or not?)', 'We saw.']],
    ['an opening quotation', '他来了!"走吧。"她说。', ['他来了!', '"走吧。"', '她说。']],
    ['Chinese behind an address', '看https://a.example/b吗?不看。', ['看https://a.example/b吗?', '不看。']],
    [
      'a space behind an address',
      'Did you see https://a.example/b? No.',
      ['Did you see https://a.example/b?', 'No.'],
    ],
  ])('ends one where the text goes on with %s', (_name, text, expected) =>
    expect(split(text)).toEqual(expected),
  );
});

test('sentences hold every visible character once, in order, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'甲。；;.!?“”(),"/: a1Ab\n') }), (raw) => {
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
