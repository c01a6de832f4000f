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
    ["Taiwan's words", '人工智慧與程式', '人工智能与程序'],
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
