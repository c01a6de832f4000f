// 繁體中文（臺灣用語）.

import { dateFormat } from './date.ts';
import type { Wording } from './wording.ts';
import { zhTWDiscord } from './zh-TW.discord.ts';

export const zhTW: Wording = {
  comma: '，',
  inQuotationMarks: (text) => `「${text}」`,
  date: dateFormat('zh-TW'),
  exchangeOf: (number, total) => `第 ${number} 問（共 ${total} 問）`,
  paragraph: (number) => `第 ${number} 段`,
  paragraphs: (first, last) => `第 ${first} 至 ${last} 段`,
  section: { biography: '受訪者簡介', introduction: '前言', article: '文章資訊' },
  translationBy: (translator) => `譯文：${translator}`,
  originalWords: '原文',
  quotedInOriginal: '引用原文（尚無譯文）',
  suggest: {
    'too-weak': '不太確定您想問哪一題。是不是想問：',
    'too-close': '有幾處都相關。您想問的是：',
  },
  abstain: {
    'nothing-matched': '這篇訪談沒有談到這個問題。',
    'too-weak': '這篇訪談沒有直接回答這個問題。',
    'too-close': '這篇訪談有幾處相關，但沒有一處直接回答這個問題。',
    'not-a-question': '您好！想了解訪談的內容，直接提問就可以。',
  },
  nearest: '可以問：',
  terminal: {
    greeting: (names) => `向${names.join('、')}的訪談提問。輸入問題後按 Enter；按 Ctrl+D 離開。`,
    example: '例如：',
    prompt: '問> ',
  },
  discord: zhTWDiscord,
};
