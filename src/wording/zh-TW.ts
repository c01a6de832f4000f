// 繁體中文（臺灣用語）.

import { dateFormat } from './date.ts';
import { listFormat } from './list.ts';
import type { Wording } from './wording.ts';
import { zhTWDiscord } from './zh-TW.discord.ts';

const all = listFormat('zh-TW', 'conjunction');
const either = listFormat('zh-TW', 'disjunction');

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
  readAs: (words) => `依「${words.join('」、「')}」理解。`,
  nearestPassage: '不確定這是不是您想問的。最接近的一段，以及其他：',
  quotedInOriginal: '引用原文（尚無譯文）',
  suggest: {
    'too-weak': '不太確定您想問哪一題。是不是想問：',
    'too-close': '有幾處都相關。您想問的是：',
  },
  abstain: {
    'nothing-matched': '這篇訪談沒有談到這個問題。',
    'too-weak': '這篇訪談沒有直接回答這個問題。',
    'too-close': '這篇訪談有幾處相關，但沒有一處直接回答這個問題。',
    'not-a-question': '想了解訪談的內容，直接提問就可以。',
  },
  nearest: '可以問：',
  tryThis: (question) => `例如：${question}`,
  titles: {
    outline: (title) => `一覽：${title}`,
    questions: (title) => `所有問題：${title}`,
  },
  toBot: {
    greeting: '您好！想了解訪談的內容，直接提問就可以。',
    thanks: '不客氣，還想知道什麼，儘管問。',
    who: (names) => `我是訪談問答機器人，回答全是訪談裡的原話，並註明出處。我引用的是${all(names)}的話。`,
    promise: (names) => `${all(names)}訪談裡的任何內容都可以問。回答逐字引用原文，並註明出處。`,
    whichMeant: (names) => `您指的是哪一篇訪談：${either(names)}的？`,
    noBiography: '這篇訪談沒有附上受訪者簡介。',
    noTranslation: '沒有可以顯示的譯文。',
  },
  terminal: {
    greeting: (names) => `向${all(names)}的訪談提問。輸入問題後按 Enter；按 Ctrl+D 離開。`,
    prompt: '問> ',
  },
  discord: zhTWDiscord,
};
