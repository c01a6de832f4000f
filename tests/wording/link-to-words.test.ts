import { describe, expect, it } from 'vitest';
import { linkToWords } from '../../src/wording/link-to-words.ts';

const url = 'https://news.example/talk';
const directiveOf = (text: string, language = 'en', at = url) =>
  linkToWords({ url: at, text, language }).split('#')[1] ?? '';

describe('a link to words', () => {
  it('holds a short line whole, with every mark that means something to browsers encoded', () => {
    expect(directiveOf('Salt, brass & sea-water (twice)!')).toBe(
      ':~:text=Salt%2C%20brass%20%26%20sea%2Dwater%20%28twice%29%21',
    );
  });

  it('holds the first and the last words of a longer one, cut beside marks where it can be', () => {
    const text = `It is one wheel, which we call the moon wheel of the clock. ${'And so on. '.repeat(9)}Take it out, and you have a kitchen clock.`;
    const [first = '', last = ''] = directiveOf(text).slice(':~:text='.length).split(',');
    expect(decodeURIComponent(first)).toBe('It is one wheel, which we call the moon');
    expect(text.endsWith(decodeURIComponent(last))).toBe(true);
  });

  it('goes from the first paragraph to the last one, as no browser matches across them', () => {
    const parts = directiveOf('第一段在这里。\n\n第二段也在这里。', 'zh-CN')
      .slice(':~:text='.length)
      .split(',');
    expect(parts.map(decodeURIComponent)).toEqual(['第一段在这里。', '第二段也在这里。']);
  });

  it('follows a fragment that the address has, and leaves a long address as it is', () => {
    expect(linkToWords({ url: `${url}#top`, text: 'Salt', language: 'en' })).toBe(`${url}#top:~:text=Salt`);
    const long = `https://news.example/${'a'.repeat(2040)}`;
    expect(linkToWords({ url: long, text: 'Salt', language: 'en' })).toBe(long);
  });

  it('is the page alone where there are no words', () => {
    expect(linkToWords({ url, text: ' \n ', language: 'en' })).toBe(url);
  });
});
