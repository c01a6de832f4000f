// Which wordings a person gets, where only the script of their message tells.

import { describe, expect, it } from 'vitest';
import { localeOfMessage, localeOfScript } from '../../src/wording/locale.ts';

describe('localeOfScript', () => {
  it.each([
    ['乾隆时代有没有类似的规则?', 'zh-CN', 'one odd character decides nothing'],
    ['乾隆是谁?', 'zh-CN', 'nor does a fourth of the text, where others are simplified'],
    ['人工智能', 'zh-CN', 'no character that only one script has'],
    ['請問三軌並行是什麼?', 'zh-TW', 'many traditional characters'],
    ['風險', 'zh-TW', 'few, in a short text'],
    ['人工智慧的發展', 'zh-TW', 'a fifth'],
  ] as const)('gives %s the wording of %s: %s', (...row) => {
    const [text, locale] = row;
    expect(localeOfScript(text, 'zh')).toBe(locale);
  });
});

describe('localeOfMessage', () => {
  it.each([
    ['乾隆时代有没有类似的规则?', 'zh-TW', 'zh-CN', 'simplified characters'],
    ['人工智能', 'zh-TW', 'zh-TW', 'neither script: what the server prefers'],
  ] as const)('%s, on a server that prefers %s, is answered in %s: %s', (...row) => {
    const [text, preferred, locale] = row;
    expect(localeOfMessage(text, 'zh', preferred)).toBe(locale);
  });
});
