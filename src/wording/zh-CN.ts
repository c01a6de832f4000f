// 简体中文 (mainland wording).

import { dateFormat } from './date.ts';
import type { Wording } from './wording.ts';
import { zhCNDiscord } from './zh-CN.discord.ts';

export const zhCN: Wording = {
  comma: '，',
  inQuotationMarks: (text) => `“${text}”`,
  date: dateFormat('zh-CN'),
  exchangeOf: (number, total) => `第${number}问（共${total}问）`,
  paragraph: (number) => `第${number}段`,
  paragraphs: (first, last) => `第${first}至${last}段`,
  section: { biography: '受访者简介', introduction: '导语', article: '文章信息' },
  translationBy: (translator) => `译文：${translator}`,
  originalWords: '原文',
  quotedInOriginal: '引用原文（尚无译文）',
  suggest: {
    'too-weak': '不太确定你想问哪一个。是不是想问：',
    'too-close': '有几处都相关。你想问的是：',
  },
  abstain: {
    'nothing-matched': '这篇采访没有谈到这个问题。',
    'too-weak': '这篇采访没有直接回答这个问题。',
    'too-close': '这篇采访有几处相关，但没有一处直接回答这个问题。',
    'not-a-question': '你好！想了解采访里的内容，直接提问就行。',
  },
  nearest: '可以问：',
  terminal: {
    greeting: (names) => `向${names.join('、')}的采访提问。输入问题后按回车；按 Ctrl+D 退出。`,
    example: '例如：',
    prompt: '问> ',
  },
  discord: zhCNDiscord,
};
