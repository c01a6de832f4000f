// 简体中文 (mainland wording).
import type { LossName } from './discord-wording.ts';
import { inZhCN } from './editors-wording.ts';
import { dateFormat, listFormat, numberFormat, percentFormat } from './formats.ts';
import { listingZhCN } from './listing.ts';
import type { Wording } from './wording.ts';

const all = listFormat('zh-CN', 'conjunction');
const either = listFormat('zh-CN', 'disjunction');
const number = numberFormat('zh-CN');
const percent = percentFormat('zh-CN');

/** Why an answer was given up. */
const LOST: Readonly<Record<LossName, string>> = {
  gone: '提问或频道已不存在',
  forbidden: '机器人无权发言',
  late: '已经太迟',
  unreachable: '连不上 Discord',
  refused: '被 Discord 拒绝',
  fault: '机器人出错',
};

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
  discord: {
    commands: {
      ask: '向采访提问，用受访者的原话回答',
      bio: '受访者是谁：原文刊登的简介',
      summary: '采访概览：每个回答的一句关键原话',
      questions: '列出采访中的全部问题，点选即答',
      help: '怎么提问，几行说清',
      status: '机器人的运行情况，供服务器管理者查看',
      gaps: '成员问到而采访没有答上的问题，供照看采访的人查看',
    },
    options: {
      question: { name: '问题', description: '用自己的话提问，或从列表中选择' },
      interview: { name: '采访', description: '问哪一篇采访；不填则全部查找' },
      private: { name: '仅自己可见', description: '回答只给你自己看' },
    },
    askTheInterview: '向采访提问',
    buttons: {
      fullAnswer: '完整回答',
      aboutQuote: '关于这段引文',
      dismiss: '移除',
      share: '分享给大家',
      shared: '已分享',
      previous: '上一页',
      next: '下一页',
      original: '看原文',
      translation: '看译文',
      further: '追问',
    },
    placeholders: {
      related: '相关问题',
      suggested: '选择你想问的问题',
      allQuestions: '选择一个问题，查看回答',
      readOn: '继续阅读：选择一个问题',
    },
    youAsked: (question) => `提问：${question}`,
    cutHere: '……（此处截断）',
    page: (number, total) => `第${number}页（共${total}页）`,
    guide: {
      title: '怎么提问',
      howToAsk:
        '在消息里提及我并写上问题，或回复我的消息，或给我发私信；也可以右键（长按）一条消息，选择“应用”中的“向采访提问”。',
      commands: '命令：',
      example: '例如',
      introduce: (bot, names) =>
        `我是${bot}。可以问${all(names)}采访里的任何内容，回答逐字引用原文，并注明出处。`,
      introduceSeveral: (bot, interviews) =>
        `我是${bot}。可以问这${number(interviews)}篇采访里的任何内容，回答逐字引用原文，并注明出处。`,
      more: (count) => `另有${number(count)}篇`,
    },
    about: {
      title: '关于这段引文',
      inContext: '在原文中的位置（连同前后句）',
      matchedWords: '问题中的哪些词在哪里找到',
      matchedWord: (word, places) => `${word}：${places.join('、')}`,
      place: {
        question: '采访者的问题',
        'asked-as': '问题的另一种问法',
        answer: '回答',
        translation: '译文',
        lexicon: '同义词表',
        number: '数字',
        dictionary: '词典',
        synonym: '意思相同的另一个词',
        family: '同义或同源的词',
      },
      score: '为什么是这一段',
      certainty: (probability, threshold) =>
        `有${percent(probability)}的把握；达到${percent(threshold)}才会作答。`,
      total: (score) => `得分：${number(score)}。`,
      runnerUp: '其次',
      runnerUpChance: (label, probability) => `${label}（把握${percent(probability)}）`,
      noRunnerUp: '没有其他相近的段落。',
      notRecalled: '这是采访里本来就有的问题，或者原来的提问已经读不到了，所以没有可列出的匹配词。',
    },
    dismissRefused: '只有提问的人，或有权管理消息的成员，才能移除这条回答。',
    dismissed: '这条回答已经移除了。',
    sharedBy: (name) => `由${name}分享`,
    alreadyShared: '你已经分享过这条回答了。',
    notShared: '我不能在这个频道发言，所以回答仍然只有你能看到。',
    unaskable: {
      own: '这是我自己发的消息。请选择一条写有问题的消息。',
      bot: '这是机器人发的消息。请选择一条由人写的消息。',
      attachments: '这条消息只有附件。我只能查文字，请选择一条有文字的消息。',
      empty: '这条消息里没有问题。请选择一条有文字的消息。',
      noText: '这条消息里没有我能查的文字，只有链接、贴纸或预览。请选择一条有文字的消息。',
    },
    stale: {
      'other-version': '这个按钮来自旧版本。请用 /ask 再问一次。',
      unreadable: '这个按钮已经不能用了。请用 /ask 再问一次。',
      interview: '这段内容已经不在了。可以用 /questions 看看现有的问题。',
      form: '这个表单来自旧版本。请用 /ask 再问一次。',
      changed: '采访在那之后改动过，这段内容也变了。请再问一次。',
    },
    status: {
      title: '运行情况',
      interviews: '已载入的采访',
      interview: (title, date, hash) => `${title}（${date}，内容校验 ${hash}）`,
      bot: '机器人',
      version: (version) => `版本 ${version}`,
      uptime: (days, hours, minutes) => `已运行${days}天${hours}小时${minutes}分钟`,
      shard: (shard, total) => `第${shard}个分片（共${total}个）`,
      questions: '启动以来的提问',
      rates: (total, { answer, suggest, abstain }) =>
        `共${number(total)}次：作答${percent(answer)}，给出建议${percent(suggest)}，未谈到${percent(abstain)}`,
      noQuestions: '还没有人提问',
      limits: '限制',
      perMember: (perMinute) => `每位成员每分钟${number(perMinute)}个问题`,
      perChannel: (perMinute) => `每个频道每分钟${number(perMinute)}个问题`,
      noLimit: { member: '成员提问不限', channel: '频道提问不限' },
      refused: '只有可以管理服务器的成员才能查看。',
      lost: '启动以来没能送出的回答',
      process: (shards, total) => `本进程：分片${shards}（共${total}个，从0数起）`,
      lostAnswers: (loss, count) => `${LOST[loss]}：${number(count)}`,
      knowledge: (version, days, hours, minutes) =>
        `内容版本 ${version}，已启用${days}天${hours}小时${minutes}分钟`,
      problems: (count) => `文件中有${number(count)}处问题（详见日志）`,
    },
    whichInterview: '没有这篇采访，请从列表中选择。',
    chooseByCommand: '用 /summary、/bio 和 /questions 可以选择。',
    limited: {
      member: '问得有点快，请过一分钟再问。',
      channel: '这个频道的提问太多了，请过一分钟再问。',
    },
    notVerified: '引文与原文核对不一致，因此没有显示。已告知管理者。',
    failed: '这次没有成功，请稍后再问一次。',
    hints: {
      role: (name) =>
        `你提及的是我的身份组，Discord 不会让我看到消息内容。请提及 @${name} 本身（机器人，而不是身份组），或使用 /ask。`,
      commandAnswer: (name) =>
        `回复命令的回答时，Discord 不会让我看到内容。请在回复里提及 @${name}，或使用 /ask。`,
      otherMessage:
        'Discord 不会让我看到那条消息。请右键（长按）那条消息，选择“应用”中的“向采访提问”，或提及我并写上问题。',
      noText: '我只能查找文字。请把问题写成文字。',
    },
    form: {
      title: '继续追问',
      question: '你的问题',
      example: '为什么？· 具体说说 · 第二点呢？',
      interview: '问哪一篇采访',
    },
    opinion: {
      helped: '有帮助',
      wrong: '有误',
      title: '这个回答哪里不对？',
      reason: '哪里不对',
      remark: '补充说明',
      example: '可以不填；请不要写人名。',
      thanks: '谢谢，已记下，不含你的名字。',
      again: '你已经对这个回答说过了。',
      askersOnly: '只有提问的人可以评价这个回答。',
      notKept: '这里已不再记录对回答的评价。',
      reasons: {
        'not-asked': '不是我问的',
        'wrong-sentence': '不是该引的那句话',
        'not-said': '采访里没有这样说',
        'text-mistake': '文字有错',
      },
    },
    gaps: inZhCN.gaps,
    listing: listingZhCN,
  },
  survey: inZhCN.survey,
  readUpTo: (part) => (part === 'questions' ? '只读了其中的问题。' : `只读了开头的${part}个字符。`),
};
