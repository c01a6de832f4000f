// 繁體中文（臺灣用語）: Discord's commands, controls and notices.
import type { DiscordWording } from './discord-wording.ts';

export const zhTWDiscord: DiscordWording = {
  commands: {
    ask: '向訪談提問，以受訪者的原話回答',
    bio: '受訪者是誰：原文刊登的簡介',
    summary: '訪談一覽：每則回答的一句關鍵原話',
    questions: '列出訪談裡的所有問題，點選就能看回答',
    help: '如何提問，幾行就懂',
  },
  options: {
    question: { name: '問題', description: '用自己的話提問，或從清單中選擇' },
    interview: { name: '訪談', description: '問哪一篇訪談；不填就全部搜尋' },
    private: { name: '僅自己可見', description: '回答只有您自己看得到' },
  },
  askTheInterview: '向訪談提問',
  buttons: {
    fullAnswer: '完整回答',
    aboutQuote: '引文出處',
    dismiss: '收起',
    share: '分享給大家',
    previous: '上一頁',
    next: '下一頁',
  },
  placeholders: {
    related: '相關問題',
    suggested: '選擇您想問的問題',
    allQuestions: '選擇一個問題，查看回答',
    readOn: '繼續閱讀：選擇一個問題',
  },
  youAsked: (question) => `提問：${question}`,
  cutHere: '……（此處截斷）',
  page: (number, total) => `第 ${number} 頁（共 ${total} 頁）`,
  guide: {
    title: '如何提問',
    promise: (names) => `${names.join('、')}訪談裡的任何內容都可以問。回答逐字引用原文，並註明出處。`,
    howToAsk:
      '在訊息裡提及我並寫下問題、回覆我的訊息，或私訊我；也可以在訊息上按右鍵（手機請長按），選擇「應用程式」裡的「向訪談提問」。',
    commands: '指令',
    example: '例如',
  },
  tryThis: (question) => `例如：${question}`,
  titles: {
    biography: (name) => `${name}簡介`,
    outline: (title) => `一覽：${title}`,
    questions: (title) => `所有問題：${title}`,
  },
  noBiography: '這篇訪談沒有附上受訪者簡介。',
  whichInterview: '沒有這篇訪談，請從清單中選擇。',
  limited: {
    member: '您問得有點快，請過一分鐘再問。',
    channel: '這個頻道的提問太多了，請過一分鐘再問。',
  },
  notVerified: '引文與原文核對不符，因此不予顯示。已通知管理者。',
  failed: '這次沒有成功，請稍後再問一次。',
};
