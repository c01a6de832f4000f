// 简体中文 (mainland wording).

import { dateFormat } from './date.ts';
import { listFormat } from './list.ts';
import type { Wording } from './wording.ts';
import { zhCNDiscord } from './zh-CN.discord.ts';

const all = listFormat('zh-CN', 'conjunction');
const either = listFormat('zh-CN', 'disjunction');

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
  readAs: (words) => `按${words.map((word) => `“${word}”`).join('、')}理解。`,
  nearestPassage: '不确定这是否是你想问的。最接近的一段，以及其他：',
  quotedInOriginal: '引用原文（尚无译文）',
  suggest: {
    'too-weak': '不太确定你想问哪一个。是不是想问：',
    'too-close': '有几处都相关。你想问的是：',
  },
  abstain: {
    'nothing-matched': '这篇采访没有谈到这个问题。',
    'too-weak': '这篇采访没有直接回答这个问题。',
    'too-close': '这篇采访有几处相关，但没有一处直接回答这个问题。',
    'not-a-question': '想了解采访里的内容，直接提问就行。',
  },
  nearest: '可以问：',
  tryThis: (question) => `例如：${question}`,
  titles: {
    outline: (title) => `概览：${title}`,
    questions: (title) => `全部问题：${title}`,
  },
  toBot: {
    greeting: '你好！想了解采访里的内容，直接提问就行。',
    thanks: '不客气，还想知道什么，尽管问。',
    who: (names) => `我是一个采访问答机器人，回答全是采访里的原话，并注明出处。我引用的是${all(names)}的话。`,
    promise: (names) => `可以问${all(names)}采访里的任何内容。回答逐字引用原文，并注明出处。`,
    whichMeant: (names) => `你指的是哪一篇采访：${either(names)}的？`,
    noBiography: '这篇采访没有附受访者简介。',
    noTranslation: '没有可以显示的译文。',
  },
  terminal: {
    greeting: (names) => `向${all(names)}的采访提问。输入问题后按回车；按 Ctrl+D 退出。`,
    prompt: '问> ',
  },
  discord: zhCNDiscord,
};
