import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, readQuestion } from '../../src/discord/hearing/hear.ts';
import {
  escapeMarkdown,
  escapeWithin,
  quoteLines,
  quoteToEnd,
  unescapeMarkdown,
} from '../../src/discord/sending/markdown.ts';
import { cut } from '../../src/wording/formats.ts';
import { anyCharacter } from '../any-character.ts';

describe('markdown', () => {
  it('is undone by Discord exactly, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter }),
        (text) => unescapeMarkdown(escapeMarkdown(text)) === text,
      ),
    );
  });

  it('adds nothing but backslashes', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '~',
      '|',
      '`',
      '>',
      '#',
      '-',
      '1.',
      '[',
      ']',
      '<',
      '@everyone',
      'https://a.example/b_c*d',
      ' ',
      ':x:',
      '\\',
      '\n',
      '字',
    );
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        const text = parts.join('');
        return escapeMarkdown(text).replaceAll('\\', '') === text.replaceAll('\\', '');
      }),
    );
  });

  it.each([
    ['# 标题', '\\# 标题'],
    ['- 项', '\\- 项'],
    ['1. 项', '1\\. 项'],
    ['> 引', '\\> 引'],
    ['a_b', 'a\\_b'],
    ['3-5, 1.5, C#', '3-5, 1.5, C#'],
    ['[x](y)', '\\[x\\](y)'],
    ['<@1>', '\\<@1>'],
    ['@everyone', '\\@everyone'],
    [':smile:', '\\:smile:'],
    ['*https://a.example/b_c_d?e=f* and _g_', '\\*https://a.example/b_c_d?e=f\\* and \\_g\\_'],
    ['[https://a.example/b_c]', '\\[https://a.example/b_c]'],
    ['(https://a.example/b_c).', '(https://a.example/b_c).'],
    ['a.example/b_c', 'a.example/b\\_c'],
  ])('escapes %s as %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('never exceeds its limit, and marks where it cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 120 }),
        (text, limit) => {
          const escaped = escapeWithin(text, limit);
          expect(escaped.length).toBeLessThanOrEqual(limit);
          if (escapeMarkdown(text).length > limit) expect(escaped.endsWith('…')).toBe(true);
          else expect(escaped).toBe(escapeMarkdown(text));
        },
      ),
    );
  });

  it('keeps paragraphs of a last quotation together, and marks each line of any other', () => {
    expect(quoteToEnd('a\n\nb')).toBe('>>> a\n\nb');
    expect(quoteToEnd('a')).toBe('> a');
    expect(quoteLines('a\n\nb')).toBe('> a\n> \n> b');
  });
});

describe('cutting', () => {
  it('never parts a grapheme', () => {
    expect(cut('ab👨‍👩‍👧‍👦cd', 5)).toBe('ab…');
    expect(cut('ab👨‍👩‍👧‍👦', 13)).toBe('ab👨‍👩‍👧‍👦');
    expect(cut('e\u0301'.repeat(4), 5)).toBe('e\u0301e\u0301…');
  });

  it('leaves what fits as it is', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('', 3)).toBe('');
  });
});

describe('what a member wrote', () => {
  it.each([
    ['<@1> 你好 <@!2>', '你好'],
    ['a <#3> b <@&4> c', 'a b c'],
    ['<:wave:5> hi <a:dance:6>', 'hi'],
    ['</ask:7> <t:8:R> x', 'x'],
    ['a < b <3', 'a < b <3'],
    ['  two\n\nlines\t', 'two lines'],
    ['\u202eabc\u2066\u200b\u00ad\ufeff', 'abc'],
    ['a\u0000b\ud800c', 'abc'],
    ['\u3164\u2800\u115f', ''],
  ])('%j is read as %j', (content, question) => {
    expect(readQuestion(content)).toBe(question);
  });

  it('keeps no more marks on a letter than an orthography uses', () => {
    expect(neutralise(`a${'\u0301\u0302\u0303'.repeat(20)}`).length).toBeLessThan(7);
  });

  it('is never longer than Discord’s longest option, and holds nothing unseen', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => {
        expect(readQuestion(text.repeat(30))).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(readQuestion(text.repeat(30)).length).toBeLessThanOrEqual(6000);
      }),
    );
  });
});
