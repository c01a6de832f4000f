// A message as people type it: what stands beside the question (links, file names, mentions, code), and what looks like a question.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { stripNoise, withPlainDates } from '../../src/language/noise.ts';
import { looksLikeQuestion, readQuestion } from '../../src/language/question-words.ts';
import table from '../../src/language/words-to-bot.json' with { type: 'json' };
import { readWordsToBot } from '../../src/language/words-to-bot.ts';

describe('stripNoise', () => {
  it.each([
    ['三轨并行是什么? https://a.example', '三轨并行是什么?', 'a link'],
    ['三轨并行是什么?https://a.example/x?q=1#x', '三轨并行是什么?', 'a link without a space before it'],
    ['https://a.example三轨并行是什么?', '三轨并行是什么?', 'a link ends where Chinese begins'],
    ['<https://a.example> what is it?', 'what is it?', 'a link without its preview'],
    [
      '[the talk](https://a.example) what is it?',
      'the talk what is it?',
      'a masked link, whose words are read',
    ],
    ['what is it www.a.example/b and why', 'what is it and why', 'a link without its scheme'],
    ['join discord.gg/abc what is it', 'join what is it', 'an invitation'],
    ['三轨并行是什么? (来自 report_final_v2.pdf)', '三轨并行是什么?', 'a file name, and where it is from'],
    ['三轨并行是什么?（见 report_final_v2.pdf）', '三轨并行是什么?', 'the same in Chinese brackets'],
    ['what does report-2.docx say', 'what does say', 'a file name'],
    ['看 IMG_2031.PNG 里是什么', '看 里是什么', 'a picture'],
    ['谁划船? [见附件 船坞值班表.xlsx]', '谁划船?', 'a Chinese file name behind a space, in its brackets'],
    ['谁划船? (来源:船坞 2.pdf)', '谁划船? (来源:船坞 )', 'of a name with a space in it, the end'],
    [
      '谁划船?(order-5170,见 rota/july_07.md)',
      '谁划船?',
      'a number behind a hyphen, and a file within a folder',
    ],
    ['who rows? #QX-30117', 'who rows?', 'letters and a number behind the sign'],
    ['谁划船? 参见 rota_07.pdf', '谁划船?', 'where it is from, behind the question'],
    ['who rows? source: https://a.example/rota', 'who rows?', 'the same in English'],
    ['谁划船,参见哪份? rota_07.pdf', '谁划船,参见哪份?', "a word that is the question's"],
    ['见报告.pdf 三轨并行', '见报告 三轨并行', 'a Chinese file name, whose beginning nobody can tell'],
    ['<@123> <@!12> <@&9> what is <#1> <:x:1> <a:y:2> it', 'what is it', 'mentions and emoji'],
    ['what is it <t:1700000000:R> </ask:12>', 'what is it', 'a time and a command'],
    ['123456789012345678 what is it', 'what is it', 'an id'],
    ['run `npm start` what is it', 'run what is it', 'inline code'],
    ['``a ` b`` what is it', 'what is it', 'inline code with a backtick'],
    ['`三轨并行`是什么?', '三轨并行是什么?', 'Chinese in backticks is no code'],
    ['```ts\nconst a = 1;\n```\nwhat is it', 'what is it', 'a code block'],
    ['what is it ```\nunclosed', 'what is it', 'a code block that nobody closed'],
    ['0b9d1c52-77aa-4e10-8f3e-5c1d2e3f4a5b who rows?', 'who rows?', 'a UUID'],
    ['who rows? (id: 55310)', 'who rows?', 'an id in brackets'],
    ['who rows? user-id = u_9931', 'who rows?', 'an id of letters and digits'],
    ['commit 91fe0c2 who rows?', 'who rows?', 'the beginning of a hash'],
    ['who rows? 91fe0c2be4', 'who rows?', 'a hash without its label'],
    ['who rows? #90210', 'who rows?', 'a number behind its sign'],
    ['PR #8 who rows?', 'who rows?', 'a small number behind its sign and its label'],
    ['who rows? [55310]', 'who rows?', 'a number in brackets'],
    ['who rows? 771', 'who rows?', 'a number behind the question'],
    ['who rows? (about ticket 8812)', 'who rows?', 'a ticket, by itself between marks'],
    ['re order no. B-771/2: who rows?', ': who rows?', 'an order'],
    ['invoice number 50418, who rows?', ', who rows?', 'an invoice'],
    ['谁划船?(编号:55310)', '谁划船?', 'a Chinese number'],
    ['訂單編號 A20981 誰划船?', '誰划船?', 'a Chinese order'],
    ['工单号55310,谁划船?', ',谁划船?', 'a Chinese ticket'],
    ['who rows? ada@mill.example.org', 'who rows?', 'a mail address'],
    ['see mill.example.org/rota and say who rows', 'see and say who rows', 'a host with a path'],
    ['what says /etc/mill/rota.conf or ~/rota/day or C:\\mill\\rota', 'what says or or', 'paths'],
    ['@ada_9 who rows? :oar:', 'who rows?', 'a name and an emoji as people type them'],
    ['#boats who rows on 10.0.0.12:80?', 'who rows on ?', 'a channel, and the address of a machine'],
    ['日志在 /var/log/mill.log 里,谁划船?', '谁划船?', 'a clause that only points at it'],
    ['在 <#1> 里有人问:谁划船?', '谁划船?', 'who asked it where'],
    ['See https://a.example/x - who rows?', 'who rows?', 'the same in English'],
    ['他在 <#1> 的船上,划船吗?', '他在 的船上,划船吗?', 'a clause that says more'],
    ['谁在划船 55310', '谁在划船', 'a number behind a question without its mark'],
  ])('reads “%s” as “%s”: %s', (text, read) => {
    expect(stripNoise(text)).toBe(read);
  });

  it.each([
    '三轨并行是什么?',
    'What is the U.S. policy on A.I.?',
    'Is Node.js or ASP.NET used?',
    'v2.0, 3.5 and 1984',
    'a < b > c, (see above)',
    'e.g. this, i.e. that',
    'What is *it*?\nAnd why?',
    'it costs 12345678901',
    'Did he order 3000 boats in 1962?',
    'What is the answer to question 3?',
    'What does issue 12 of the magazine say?',
    '#2 and #17 of the list',
    'Who rowed? 1962',
    '第3个问题和编号4821的船',
    '谁在划船 1962',
    'Who won (1962)?',
    'the facade of a decade, cafe babe, covid19, 1960s, 5090 boats, B52',
    'sha256 and the id of each',
    'and/or 24/7, TCP/IP, 12:30:45, Node.js/Deno, C# or a ratio of 3:2:1',
  ])('leaves “%s” alone', (text) => {
    expect(stripNoise(text)).toBe(text);
  });

  it.each([
    'https://a.example',
    '<@123>',
    '`x = 1`',
    '```\nx\n```',
    'report.pdf https://a.example <:x:1>',
    '(report.pdf)',
  ])('leaves nothing of “%s”', (text) => {
    expect(stripNoise(text)).toBe('');
  });

  it('takes time in proportion to the length', () => {
    for (const unit of [
      '`',
      '(',
      '<',
      '[',
      'a.',
      'http://',
      '```',
      '](',
      '_',
      '#',
      '1',
      'a1',
      'id ',
      'id:',
      '? 1',
      '编号',
      '/a',
      'a@',
      '在\u0000里',
    ])
      expect(stripNoise(unit.repeat(6000)).length).toBeLessThanOrEqual(6000 * unit.length);
  });
});

describe('withPlainDates', () => {
  it.each([
    ['What sank on Feb. 3, 1871?', 'What sank on February 3, 1871?', 'a shortened month with a full stop'],
    [
      'What sank on 3rd of sept 1871?',
      'What sank on 3rd of September 1871?',
      'behind the day, in small letters',
    ],
    ['What sank on 1871-02-03?', 'What sank on 3 February 1871?', 'the year first'],
    ['1871/2/3 沉了什么船?', '1871年2月3日 沉了什么船?', 'the same in Chinese'],
    ['1871.02.03 沉了什么船?', '1871年2月3日 沉了什么船?', 'with full stops'],
    ['What sank on 23/2/1871?', 'What sank on 23 February 1871?', 'the day first'],
    ['What sank on 2/23/1871?', 'What sank on 23 February 1871?', 'the month first'],
  ])('reads “%s” as “%s”: %s', (text, read) => {
    expect(withPlainDates(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toBe(read);
  });

  it.each([
    'What sank on 2/3/1871?',
    'Did a dec of oil mar the sun?',
    'Version 1871.2.3.4 and 1871-13-03',
    'From 1871-1902, in March 1871',
    'The ratio is 1/2',
  ])('leaves “%s” alone', (text) => {
    expect(withPlainDates(text, 'en')).toBe(text);
  });
});

it.each([
  'AI治理涵盖了哪些内容?',
  'AI治理涵盖了哪些内容',
  '為什麼國際合作這麼重要',
  '请问具身智能有什么机遇',
  '文化包容性重要吗',
  'What is AI governance?',
  "what's the biggest challenge of governance",
  'Does China want open cooperation',
  'Is AI governance really that hard?',
  '谁来监管这些模型',
  '我国在芯片方面有哪些优势',
  '为什么大家担心失业',
  '有人说技术没有国界，这种说法对吗？',
  '點解國際合作咁重要',
  'who should be responsible for accidents?',
  'what is the link between trust and trade?',
  'how should we prepare children for this',
  '一座钟楼造价多少钱?',
  '那辆二手马车花了多少钱买的?',
  '上市延后了几个礼拜?',
  'does what he proposes matter for the world of tomorrow?',
])('%s looks like a question', (text) => {
  expect(looksLikeQuestion(text)).toBe(true);
});

it.each([
  '',
  '?',
  '为什么?',
  '真的吗?',
  'really?',
  'who is he?',
  '哈哈哈今天真热',
  '我觉得AI治理很重要。',
  'what a day',
  'I wonder. Anyway, AI governance is hard.',
  '看看这个 https://example.org/ai?x=1 好吗?',
  'AI governance at www.example.org?',
  `${'很长的话'.repeat(90)}?`,
])('%s does not', (text) => {
  expect(looksLikeQuestion(text)).toBe(false);
});

it.each([
  ['有没有人要拼车', 'whoever is present'],
  ['大家周末都干嘛？', 'whoever is present'],
  ['你们几点下班?', 'those present'],
  ['邊個得閒幫我睇睇', 'who of those present'],
  ['谁有会议密码', 'who of those present'],
  ['谁把窗户打开了', 'who of those present'],
  ['为什么我进不去房间', 'the one who asks'],
  ["why won't my camera turn on", 'the one who asks'],
  ['does anybody have the notes', 'whoever is present'],
  ['what time should we leave for the ferry', 'those present'],
  ['how many of us are going to the pier', 'those present'],
  ['when will everybody get here?', 'those present'],
  ['just finished work, why is it so cold?', 'what has just happened to the one who speaks'],
  ['刚睡醒,外面怎么这么吵?', 'the same in Chinese'],
  ['电梯又坏了啊,怎么上去?', 'what has happened again'],
  ['现在排到几号了没?', 'what only those present see'],
  ['几时出海啊?', 'what has not been named'],
  ['记得带身份证,是不是?', 'a reminder'],
  ["who's up for a game later", 'who of those present'],
  ['what are we playing next', 'those present'],
  ['明天几点集合', 'a day near by'],
  ['where is everybody going tonight?', 'a day near by'],
  ['直播几点开始', 'the room'],
  ['is the server down again', 'the room'],
  ['這雙鞋在哪買的', 'what only they see'],
  ['when will it be back?', 'what has not been named'],
  ['怎么又没声音了', 'what has just happened'],
  ['what can you do for me?', 'the bot'],
  ['这篇采访主要讲了什么？', 'the whole interview'],
  ['are you really sure about this?', 'nothing'],
])('%s asks people, not an interview: it speaks of %s', (text) => {
  expect(looksLikeQuestion(text)).toBe(false);
});

it('never takes for a question what is said to the bot, or says nothing', () => {
  const phrases = Object.values(table.words).flatMap((lists) => lists.flatMap((list) => list.split('|')));
  const row = fc.array(fc.constantFrom(...phrases, '?', '吗'), { maxLength: 12 });
  fc.assert(
    fc.property(row, (parts) => {
      const text = parts.join(' ');
      if (readWordsToBot(text).kind !== 'topic') expect(looksLikeQuestion(text)).toBe(false);
    }),
  );
});

describe('a word that only carries the question', () => {
  const lightIn = (question: string) =>
    readQuestion(fold(question)).flatMap(({ term, isLight }) => (isLight ? [term] : []));

  it.each([
    ['为什么要搬走?', true],
    ['具体要做哪三件事?', false],
    ['修钟的要求是什么?', false],
    ['最重要的钟?', false],
    ['主要的零件?', false],
  ])('要 in %s: %s', (question, isLight) => expect(lightIn(question).includes('要')).toBe(isLight));
});
