// 繁體中文（臺灣用語）.
import type { LossName } from './discord-wording.ts';
import { inZhTW } from './editors-wording.ts';
import { dateFormat, listFormat, numberFormat, percentFormat } from './formats.ts';
import { listingZhTW } from './listing.ts';
import type { Wording } from './wording.ts';

const all = listFormat('zh-TW', 'conjunction');
const either = listFormat('zh-TW', 'disjunction');
const number = numberFormat('zh-TW');
const percent = percentFormat('zh-TW');

/** Why an answer was given up. */
const LOST: Readonly<Record<LossName, string>> = {
  gone: '提問或頻道已不存在',
  forbidden: '機器人無權發言',
  late: '已經太遲',
  unreachable: '連不上 Discord',
  refused: '被 Discord 拒絕',
  fault: '機器人出錯',
};

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
  discord: {
    commands: {
      ask: '向訪談提問，以受訪者的原話回答',
      bio: '受訪者是誰：原文刊登的簡介',
      summary: '訪談一覽：每則回答的一句關鍵原話',
      questions: '列出訪談裡的所有問題，點選就能看回答',
      help: '如何提問，幾行就懂',
      status: '機器人的運作狀況，供伺服器管理者查看',
      gaps: '成員問到而訪談沒有答上的問題，供照看訪談的人查看',
    },
    options: {
      question: { name: '問題', description: '用自己的話提問，或從清單中選擇' },
      interview: { name: '訪談', description: '問哪一篇訪談；不填就全部搜尋' },
      private: { name: '僅自己可見', description: '回答只有您自己看得到' },
    },
    askTheInterview: '向訪談提問',
    buttons: {
      fullAnswer: '完整回答',
      aboutQuote: '關於這段引文',
      dismiss: '移除',
      share: '分享給大家',
      shared: '已分享',
      previous: '上一頁',
      next: '下一頁',
      original: '看原文',
      translation: '看譯文',
      further: '追問',
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
      howToAsk:
        '在訊息裡提及我並寫下問題、回覆我的訊息，或私訊我；也可以在訊息上按右鍵（手機請長按），選擇「應用程式」裡的「向訪談提問」。',
      commands: '指令：',
      example: '例如',
      introduce: (bot, names) =>
        `我是${bot}。${all(names)}訪談裡的任何內容都可以問，回答逐字引用原文，並註明出處。`,
      introduceSeveral: (bot, interviews) =>
        `我是${bot}。這 ${number(interviews)} 篇訪談裡的任何內容都可以問，回答逐字引用原文，並註明出處。`,
      more: (count) => `另有 ${number(count)} 篇`,
    },
    about: {
      title: '關於這段引文',
      inContext: '在原文中的位置（連同前後句）',
      matchedWords: '問題裡的哪些詞在哪裡找到',
      matchedWord: (word, places) => `${word}：${places.join('、')}`,
      place: {
        question: '採訪者的問題',
        'asked-as': '問題的另一種問法',
        answer: '回答',
        translation: '譯文',
        lexicon: '同義詞表',
        number: '數字',
        dictionary: '詞典',
        synonym: '意思相同的另一個詞',
        family: '同義或同源的詞',
      },
      score: '為什麼是這一段',
      certainty: (probability, threshold) =>
        `有 ${percent(probability)} 的把握；達到 ${percent(threshold)} 才會回答。`,
      total: (score) => `得分：${number(score)}。`,
      runnerUp: '其次',
      runnerUpChance: (label, probability) => `${label}（把握 ${percent(probability)}）`,
      noRunnerUp: '沒有其他相近的段落。',
      notRecalled: '這是訪談裡本來就有的問題，或者原本的提問已經讀不到了，所以沒有可列出的相符字詞。',
    },
    dismissRefused: '只有提問的人，或可以管理訊息的成員，才能移除這則回答。',
    dismissed: '這則回答已經移除了。',
    sharedBy: (name) => `由 ${name} 分享`,
    alreadyShared: '您已經分享過這則回答了。',
    notShared: '我不能在這個頻道發言，所以回答仍然只有您看得到。',
    unaskable: {
      own: '這是我自己發的訊息。請選一則寫有問題的訊息。',
      bot: '這是機器人發的訊息。請選一則由人寫的訊息。',
      attachments: '這則訊息只有附件。我只能查文字，請選一則有文字的訊息。',
      empty: '這則訊息裡沒有問題。請選一則有文字的訊息。',
      noText: '這則訊息裡沒有我能查的文字，只有連結、貼圖或預覽。請選一則有文字的訊息。',
    },
    stale: {
      'other-version': '這個按鈕來自舊版本。請用 /ask 再問一次。',
      unreadable: '這個按鈕已經不能用了。請用 /ask 再問一次。',
      interview: '這段內容已經不在了。可以用 /questions 看看現有的問題。',
      form: '這個表單來自舊版本。請用 /ask 再問一次。',
      changed: '訪談在那之後修改過，這段內容也變了。請再問一次。',
    },
    status: {
      title: '運作狀況',
      interviews: '已載入的訪談',
      interview: (title, date, hash) => `${title}（${date}，內容雜湊 ${hash}）`,
      bot: '機器人',
      version: (version) => `版本 ${version}`,
      uptime: (days, hours, minutes) => `已運作 ${days} 天 ${hours} 小時 ${minutes} 分鐘`,
      shard: (shard, total) => `第 ${shard} 個分片（共 ${total} 個）`,
      questions: '啟動以來的提問',
      rates: (total, { answer, suggest, abstain }) =>
        `共 ${number(total)} 次：回答 ${percent(answer)}，給出建議 ${percent(suggest)}，未談到 ${percent(abstain)}`,
      noQuestions: '還沒有人提問',
      limits: '限制',
      perMember: (perMinute) => `每位成員每分鐘 ${number(perMinute)} 個問題`,
      perChannel: (perMinute) => `每個頻道每分鐘 ${number(perMinute)} 個問題`,
      noLimit: { member: '成員提問不限', channel: '頻道提問不限' },
      refused: '只有可以管理伺服器的成員才能查看。',
      lost: '啟動以來沒能送出的回答',
      process: (shards, total) => `本行程：分片 ${shards}（共 ${total} 個，從 0 數起）`,
      lostAnswers: (loss, count) => `${LOST[loss]}：${number(count)}`,
      knowledge: (version, days, hours, minutes) =>
        `內容版本 ${version}，已啟用 ${days} 天 ${hours} 小時 ${minutes} 分鐘`,
      problems: (count) => `檔案中有 ${number(count)} 處問題（詳見記錄檔）`,
    },
    whichInterview: '沒有這篇訪談，請從清單中選擇。',
    chooseByCommand: '用 /summary、/bio 和 /questions 可以選擇。',
    limited: {
      member: '您問得有點快，請過一分鐘再問。',
      channel: '這個頻道的提問太多了，請過一分鐘再問。',
    },
    notVerified: '引文與原文核對不符，因此不予顯示。已通知管理者。',
    failed: '這次沒有成功，請稍後再問一次。',
    hints: {
      role: (name) =>
        `你提及的是我的身分組，Discord 不會讓我看到訊息內容。請提及 @${name} 本身（機器人，而不是身分組），或使用 /ask。`,
      commandAnswer: (name) =>
        `回覆指令的回答時，Discord 不會讓我看到內容。請在回覆裡提及 @${name}，或使用 /ask。`,
      otherMessage:
        'Discord 不會讓我看到那則訊息。請在那則訊息上按右鍵（或長按），選擇「應用程式」中的「向訪談提問」，或提及我並寫上問題。',
      noText: '我只能查找文字。請把問題寫成文字。',
    },
    form: {
      title: '繼續追問',
      question: '您的問題',
      example: '為什麼？· 說具體一點 · 第二點呢？',
      interview: '問哪一篇訪談',
    },
    opinion: {
      helped: '有幫助',
      wrong: '有誤',
      title: '這個回答哪裡不對？',
      reason: '哪裡不對',
      remark: '補充說明',
      example: '可以不填；請不要寫人名。',
      thanks: '謝謝，已記下，不含您的名字。',
      again: '您已經對這個回答說過了。',
      askersOnly: '只有提問的人可以評價這個回答。',
      notKept: '這裡已不再記錄對回答的評價。',
      reasons: {
        'not-asked': '不是我問的',
        'wrong-sentence': '不是該引的那句話',
        'not-said': '訪談裡沒有這樣說',
        'text-mistake': '文字有錯',
      },
    },
    gaps: inZhTW.gaps,
    listing: listingZhTW,
  },
  survey: inZhTW.survey,
  readUpTo: (part) => (part === 'questions' ? '只讀了其中的問題。' : `只讀了開頭的${part}個字元。`),
};
