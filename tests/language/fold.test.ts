// Folding: what a reader takes for the same text folds to the same string.

import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';

describe('fold', () => {
  it.each([
    ['full-width letters and digits', 'ＡＩ２０２５', 'ai2025'],
    ['capitals', 'WAIC', 'waic'],
    ['accents', 'Café Müller', 'cafe muller'],
    ['accents written apart', 'Cafe\u0301', 'cafe'],
    ['traditional characters', '臺灣學術', '台湾学术'],
    ["Taiwan's words in a traditional text", '人工智慧與資訊網路', '人工智能与信息网络'],
    ['the same where a fifth of a short text is traditional', '軟體是什麼', '软件是什么'],
    ['not in a simplified text', '什么是智慧?', '什么是智慧?'],
    ['nor where one odd character stands in it', '乾隆时代有没有这个程式?', '干隆时代有没有这个程式?'],
    ['nor where simplified characters are as many', '乾隆是谁的智慧', '干隆是谁的智慧'],
    ['radicals that a PDF has for ideographs', '院⻓是⺠⽣的⼈', '院长是民生的人'],
    ['a radical of a traditional text', '院⻑', '院长'],
    [
      'characters without width',
      '灯\u200b塔 la\u00admp \u200fאב\u200e 数\u2060据 ❤\ufe0f',
      '灯塔 lamp אב 数据 ❤',
    ],
    ['kana keep their marks', 'ガが', 'ガが'],
    ['characters beyond the first plane', '𠮷野家', '𠮷野家'],
  ])('makes one of %s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing when it is done twice', () => {
    const once = fold('人工智慧 ＡＩ ﬁne ½');
    expect(fold(once)).toBe(once);
  });
});
